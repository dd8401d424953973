using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// A stage of ResNet-50 and deeper: bottleneck blocks of which the first has the stride. (C, H, W) to (4·filters, H / stride, W / stride),
/// rounded up.
/// </summary>
/// <param name="filters">The channels within the blocks.</param>
/// <param name="blocks">The blocks.</param>
[Layers("""
    [BottleneckBlock(filters, Stride = Stride, StrideFirst = StrideFirst)]
    if (blocks != 1) { [BottleneckBlock(filters, Repeat = blocks - 1)] }
    """)]
public sealed class BottleneckStageAttribute(int filters, int blocks) : BlockAttribute
{
    /// <summary>The channels within the blocks.</summary>
    public int Filters { get; } = filters;

    /// <summary>The blocks.</summary>
    public int Blocks { get; } = blocks;

    /// <summary>The stride of the first block.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;

    /// <summary>Whether the stride is in the first 1×1 convolution instead of in the 3×3 one.</summary>
    public bool StrideFirst { get; set; }
}
