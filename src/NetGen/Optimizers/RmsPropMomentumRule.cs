using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="RmsProp"/> with momentum, centring or both; the states are the mean square, the
/// momentum's buffer and the mean.</summary>
internal readonly struct RmsPropMomentumRule(float rate, float decay, double alpha, float epsilon, float momentum, bool centered) : IUpdateRule
{
    private readonly Vector<float> _rate = new(rate);
    private readonly Vector<float> _decay = new(decay);
    private readonly Vector<float> _alpha = new((float)alpha);
    private readonly Vector<float> _lessAlpha = new((float)(1 - alpha));
    private readonly Vector<float> _epsilon = new(epsilon);
    private readonly Vector<float> _momentum = new(momentum);
    private readonly Vector<float> _centered = new(centered ? 1f : 0f);

    /// <inheritdoc/>
    public static int States => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        gradient += _decay * value;
        first = Subnormal.Flush((_alpha * first) + (_lessAlpha * gradient * gradient));
        third = Subnormal.Flush((_alpha * third) + (_lessAlpha * gradient));

        // The variance cannot be negative; rounding could make it so, and the root NaN.
        Vector<float> variance = Vector.Max(first - (_centered * third * third), Vector<float>.Zero);
        second = Subnormal.Flush((_momentum * second) + (gradient / (Vector.SquareRoot(variance) + _epsilon)));
        value -= _rate * second;
    }
}
