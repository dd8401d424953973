using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Moves an average toward a value, which stands in the gradient's place, by a share of what is between them.</summary>
internal readonly struct AverageRule(float share) : IUpdateRule
{
    private readonly Vector<float> _share = new(share);

    /// <inheritdoc/>
    public static int States => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third) =>
        value += _share * (gradient - value);
}
