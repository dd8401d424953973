using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The formula of <see cref="Sgd"/> without momentum.</summary>
internal readonly struct SgdPlainRule(float rate, float decay) : IUpdateRule
{
    private readonly Vector<float> _rate = new(rate);
    private readonly Vector<float> _decay = new(decay);

    /// <inheritdoc/>
    public static int States => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        gradient += _decay * value;
        value -= _rate * gradient;
    }
}
