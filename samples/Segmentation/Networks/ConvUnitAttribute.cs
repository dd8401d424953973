using NetGen;

namespace Segmentation;

/// <summary>A 3×3 convolution that keeps the size, batch norm and ReLU.</summary>
/// <param name="filters">The output channels.</param>
[Layers("[Conv(filters, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]")]
public sealed class ConvUnitAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;
}
