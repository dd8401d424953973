using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// A convolution that keeps the image's size, with ReLU, and batch norm between them where that is wanted. (C, H, W) to (filters, H, W).
/// </summary>
/// <param name="filters">The output channels.</param>
[Layers("""
    [Conv(filters, Kernel, Pad = Kernel / 2)]
    if (BatchNorm)
    {
        [BatchNorm]
    }
    [ReLU]
    """)]
public sealed class VggUnitAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The kernel's rows and columns: 3, or 1.</summary>
    [DefaultValue(3)]
    public int Kernel { get; set; } = 3;

    /// <summary>Whether a batch norm follows the convolution.</summary>
    public bool BatchNorm { get; set; }
}
