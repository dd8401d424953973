using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Functions of vectors that the library lacks, in the three widths of generated kernels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    // exp x = 2ⁿ · exp r with |r| ≤ ln 2 / 2, and exp r = 1 + r + r² · P(r), after Moshier's Cephes (expf): relative error 1.2e-7.
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float E0 = 1.9875691500e-4f;
    private const float E1 = 1.3981999507e-3f;
    private const float E2 = 8.3334519073e-3f;
    private const float E3 = 4.1665795894e-2f;
    private const float E4 = 1.6666665459e-1f;
    private const float E5 = 5.0000001201e-1f;

    /// <summary>From where on exponentials are infinite, and to where they are zero.</summary>
    private const float MostExp = 89f;
    private const float LeastExp = -104f;

    /// <summary>The exponential of any number, infinite where it overflows; not a number stays so.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.MinNative(Vector512.Create(MostExp), Vector512.MaxNative(Vector512.Create(LeastExp), x));
        Vector512<float> n = Vector512.Round(x * Log2E);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x));
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(E0), r, Vector512.Create(E1));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(E2));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(E3));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(E4));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(E5));
        p = Vector512.MultiplyAddEstimate(p * r, r, r) + Vector512<float>.One;

        if (Avx512F.IsSupported)
        {
            return Avx512F.Scale(p, n);
        }

        // 2ⁿ by its exponent's bits, in two factors: with one, results near the ends of the range would have no exponent.
        Vector512<int> exponent = Vector512.ConvertToInt32Native(n);
        Vector512<int> half = exponent >> 1;
        return p * PowerOf2(half) * PowerOf2(exponent - half);
    }

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.Create(MostExp), Vector256.MaxNative(Vector256.Create(LeastExp), x));
        Vector256<float> n = Vector256.Round(x * Log2E);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x));
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(E0), r, Vector256.Create(E1));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(E2));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(E3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(E4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(E5));
        p = Vector256.MultiplyAddEstimate(p * r, r, r) + Vector256<float>.One;

        // 2ⁿ by its exponent's bits, in two factors: with one, results near the ends of the range would have no exponent.
        Vector256<int> exponent = Vector256.ConvertToInt32Native(n);
        Vector256<int> half = exponent >> 1;
        return p * PowerOf2(half) * PowerOf2(exponent - half);
    }

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        x = Vector128.MinNative(Vector128.Create(MostExp), Vector128.MaxNative(Vector128.Create(LeastExp), x));
        Vector128<float> n = Vector128.Round(x * Log2E);
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), x));
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(E0), r, Vector128.Create(E1));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(E2));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(E3));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(E4));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(E5));
        p = Vector128.MultiplyAddEstimate(p * r, r, r) + Vector128<float>.One;

        // 2ⁿ by its exponent's bits, in two factors: with one, results near the ends of the range would have no exponent.
        Vector128<int> exponent = Vector128.ConvertToInt32Native(n);
        Vector128<int> half = exponent >> 1;
        return p * PowerOf2(half) * PowerOf2(exponent - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOf2(Vector512<int> exponent) => Vector512.ShiftLeft(exponent + Vector512.Create(127), 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOf2(Vector256<int> exponent) => Vector256.ShiftLeft(exponent + Vector256.Create(127), 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOf2(Vector128<int> exponent) => Vector128.ShiftLeft(exponent + Vector128.Create(127), 23).AsSingle();

    /// <summary>1 / (1 + exp(−x)).</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Vector128<float>.One / (Vector128<float>.One + Exp(-x));

    /// <summary>The largest lane.</summary>
    /// <param name="x">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector512<float> x) => Largest(Vector256.MaxNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="Largest(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector256<float> x) => Largest(Vector128.MaxNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="Largest(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector128<float> x)
    {
        Vector128<float> pairs = Vector128.MaxNative(x, Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1)));
        return MathF.Max(pairs.GetElement(0), pairs.GetElement(1));
    }

    /// <summary>All bits set in the lanes where one of both is not a number.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <returns>The lanes' masks.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Unordered(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported ? Avx512F.CompareUnordered(a, b) : ~(Vector512.Equals(a, a) & Vector512.Equals(b, b));

    /// <inheritdoc cref="Unordered(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Unordered(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported ? Avx.CompareUnordered(a, b) : ~(Vector256.Equals(a, a) & Vector256.Equals(b, b));

    /// <inheritdoc cref="Unordered(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Unordered(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.CompareUnordered(a, b) : ~(Vector128.Equals(a, a) & Vector128.Equals(b, b));
}
