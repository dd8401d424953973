using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="Adam"/> with AMSGrad; the third state is the largest mean square so far, uncorrected.</summary>
internal readonly struct AmsGradRule(AdamFactors factors) : IUpdateRule
{
    private readonly AdamRule _adam = new(factors);

    /// <inheritdoc/>
    public static int States => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        _adam.Moments(ref value, gradient, ref first, ref second);
        third = Vector.Max(third, second);
        _adam.Move(ref value, first, third);
    }
}
