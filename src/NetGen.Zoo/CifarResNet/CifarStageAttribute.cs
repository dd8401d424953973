using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// A stage of the residual networks for small images: blocks of which the first has the stride. (C, H, W) to (filters, H / stride,
/// W / stride), rounded up.
/// </summary>
/// <param name="filters">The output channels.</param>
/// <param name="blocks">The blocks.</param>
[Layers("""
    [CifarBlock(filters, Stride = Stride, Projection = Projection, Plain = Plain)]
    if (blocks != 1) { [CifarBlock(filters, Projection = Projection, Plain = Plain, Repeat = blocks - 1)] }
    """)]
public sealed class CifarStageAttribute(int filters, int blocks) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The blocks.</summary>
    public int Blocks { get; } = blocks;

    /// <summary>The stride of the first block.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;

    /// <summary>Whether a shortcut is a 1×1 convolution with batch norm where the shape changes.</summary>
    public bool Projection { get; set; }

    /// <summary>Whether there are no shortcuts.</summary>
    public bool Plain { get; set; }
}
