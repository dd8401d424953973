using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="Sgd"/> with momentum; the state is the buffer.</summary>
internal readonly struct SgdMomentumRule(float rate, float decay, float momentum, float share, bool nesterov) : IUpdateRule
{
    private readonly Vector<float> _rate = new(rate);
    private readonly Vector<float> _decay = new(decay);
    private readonly Vector<float> _momentum = new(momentum);
    private readonly Vector<float> _share = new(share);

    /// <summary>What of the gradient and of the buffer make the direction: 0 and 1, or with Nesterov 1 and the momentum.</summary>
    private readonly Vector<float> _ofGradient = new(nesterov ? 1f : 0f);
    private readonly Vector<float> _ofBuffer = new(nesterov ? momentum : 1f);

    /// <inheritdoc/>
    public static int States => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        gradient += _decay * value;
        first = Subnormal.Flush((_momentum * first) + (_share * gradient));
        value -= _rate * ((_ofGradient * gradient) + (_ofBuffer * first));
    }
}
