using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <content>Values that are too small to matter.</content>
public static partial class VectorMath
{
    /// <summary>2⁻¹⁰⁰: a gradient by a logit that is smaller changes no weight that a float can tell apart.</summary>
    private const float Least = 7.888609e-31f;

    /// <summary>
    /// Zero in the lanes below 2⁻¹⁰⁰; what is not a number stays so. Processors take a hundred times as long for products below 2⁻¹²⁶, which are
    /// subnormal: without this a network that is sure of its training images would slow down to a crawl, because the gradient of a loss gets as small as
    /// a float can be and every layer multiplies it again.
    /// </summary>
    /// <param name="x">The lanes.</param>
    /// <returns>The lanes that matter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Flush(Vector512<float> x) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(Least)), Vector512<float>.Zero, x);

    /// <inheritdoc cref="Flush(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Flush(Vector256<float> x) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(Least)), Vector256<float>.Zero, x);

    /// <inheritdoc cref="Flush(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Flush(Vector128<float> x) =>
        Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(x), Vector128.Create(Least)), Vector128<float>.Zero, x);
}
