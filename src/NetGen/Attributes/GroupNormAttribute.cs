namespace NetGen;

/// <summary>
/// Normalizes every image over groups of neighbouring channels, then scales and shifts each channel; the shape stays. PyTorch's
/// <c>GroupNorm</c>.
/// </summary>
/// <param name="groups">The groups, which must divide the channels. From 1 to 16,777,216.</param>
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>The groups. From 1 to 16,777,216.</summary>
    public int Groups { get; } = groups;

    /// <summary>What is added to the variance, so that nothing is divided by zero. Above 0 and finite.</summary>
    public float Epsilon { get; set; } = 1e-5f;
}
