using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="AdaGrad"/>; the state is the sum of squares.</summary>
internal readonly struct AdaGradRule(float rate, float decay, float epsilon) : IUpdateRule
{
    private readonly Vector<float> _rate = new(rate);
    private readonly Vector<float> _decay = new(decay);
    private readonly Vector<float> _epsilon = new(epsilon);

    /// <inheritdoc/>
    public static int States => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        gradient += _decay * value;
        first += gradient * gradient;
        value -= _rate * (gradient / (Vector.SquareRoot(first) + _epsilon));
    }
}
