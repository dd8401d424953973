using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>A stage of ResNet-18 and ResNet-34: basic blocks of which the first has the stride. (C, H, W) to (filters, H / stride, W / stride), rounded up.</summary>
/// <param name="filters">The output channels.</param>
/// <param name="blocks">The blocks.</param>
[Layers("""
    [BasicBlock(filters, Stride = Stride)]
    if (blocks != 1) { [BasicBlock(filters, Repeat = blocks - 1)] }
    """)]
public sealed class BasicStageAttribute(int filters, int blocks) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The blocks.</summary>
    public int Blocks { get; } = blocks;

    /// <summary>The stride of the first block.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;
}
