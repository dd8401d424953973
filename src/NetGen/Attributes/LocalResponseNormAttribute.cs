namespace NetGen;

/// <summary>
/// Divides each value by (K + Alpha / size · Σ x²)^Beta, with the sum over <c>size</c> neighbouring channels around its own; channels
/// beyond the first and the last count as zero. The shape stays. PyTorch's <c>LocalResponseNorm</c>.
/// </summary>
/// <param name="size">The channels in a neighbourhood. Of an even number, one more lies before the channel than after it. From 1 to 32,767.</param>
public sealed class LocalResponseNormAttribute(int size) : LayerAttribute
{
    /// <summary>The channels in a neighbourhood. From 1 to 32,767.</summary>
    public int Size { get; } = size;

    /// <summary>The weight of the mean of the squares. At least 0 and finite.</summary>
    public float Alpha { get; set; } = 1e-4f;

    /// <summary>The exponent. At least 0 and finite.</summary>
    public float Beta { get; set; } = 0.75f;

    /// <summary>What is added before the power is taken. Above 0 and finite.</summary>
    public float K { get; set; } = 1f;
}
