using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="Adam"/>; the states are the mean and the mean square.</summary>
internal readonly struct AdamRule(AdamFactors factors) : IUpdateRule
{
    private readonly Vector<float> _rate = new(factors.Rate);
    private readonly Vector<float> _correction = new(factors.RootCorrection);
    private readonly Vector<float> _beta1 = new(factors.Beta1);
    private readonly Vector<float> _less1 = new(factors.OneLessBeta1);
    private readonly Vector<float> _beta2 = new(factors.Beta2);
    private readonly Vector<float> _less2 = new(factors.OneLessBeta2);
    private readonly Vector<float> _epsilon = new(factors.Epsilon);
    private readonly Vector<float> _decay = new(factors.Decay);
    private readonly Vector<float> _shrink = new(factors.Shrink);

    /// <inheritdoc/>
    public static int States => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        Moments(ref value, gradient, ref first, ref second);
        Move(ref value, first, second);
    }

    /// <summary>Brings both means up to date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Moments(ref Vector<float> value, Vector<float> gradient, ref Vector<float> mean, ref Vector<float> square)
    {
        value *= _shrink;
        gradient += _decay * value;
        mean = Subnormal.Flush((_beta1 * mean) + (_less1 * gradient));
        square = Subnormal.Flush((_beta2 * square) + (_less2 * gradient * gradient));
    }

    /// <summary>Changes the value by its mean and a mean square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(ref Vector<float> value, Vector<float> mean, Vector<float> square) =>
        value -= _rate * (mean / ((Vector.SquareRoot(square) / _correction) + _epsilon));
}
