namespace NetGen.Zoo;

/// <summary>A 3×3 convolution that keeps the image's size, with ReLU, and batch norm between them where that is wanted. (C, H, W) to (filters, H, W).</summary>
/// <param name="filters">The output channels.</param>
[Layers("""
    [Conv(filters, 3, Pad = 1)]
    if (BatchNorm)
    {
        [BatchNorm]
    }
    [ReLU]
    """)]
public sealed class AblationUnitAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Whether a batch norm follows the convolution.</summary>
    public bool BatchNorm { get; set; }
}
