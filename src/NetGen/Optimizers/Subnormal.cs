using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Numbers so close to zero that a float holds them with fewer bits, and processors take a hundred times as long for them.</summary>
internal static class Subnormal
{
    /// <summary>The smallest float that is none: 2⁻¹²⁶.</summary>
    private const float Normal = 1.17549435e-38f;

    /// <summary>
    /// Zero in their place. The running mean of a weight whose gradient has become zero shrinks with each step, arrives among them after some hundred
    /// and never leaves: 0.9 × the smallest of all is rounded to itself.
    /// </summary>
    /// <param name="x">A state of an optimizer.</param>
    /// <returns>The state without them; what is not a number stays so.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Flush(Vector<float> x) =>
        Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(x), new Vector<float>(Normal)), Vector<float>.Zero, x);
}
