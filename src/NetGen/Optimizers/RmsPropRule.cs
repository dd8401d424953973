using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="RmsProp"/> alone; the state is the mean square.</summary>
internal readonly struct RmsPropRule(float rate, float decay, double alpha, float epsilon) : IUpdateRule
{
    private readonly Vector<float> _rate = new(rate);
    private readonly Vector<float> _decay = new(decay);
    private readonly Vector<float> _alpha = new((float)alpha);
    private readonly Vector<float> _lessAlpha = new((float)(1 - alpha));
    private readonly Vector<float> _epsilon = new(epsilon);

    /// <inheritdoc/>
    public static int States => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        gradient += _decay * value;
        first = Subnormal.Flush((_alpha * first) + (_lessAlpha * gradient * gradient));
        value -= _rate * (gradient / (Vector.SquareRoot(first) + _epsilon));
    }
}
