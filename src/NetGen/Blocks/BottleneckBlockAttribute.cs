using System.ComponentModel;

namespace NetGen;

/// <summary>
/// The residual block of ResNet-50 and deeper: convolutions of 1×1, 3×3 and 1×1, each with batch norm and without bias, ReLU between
/// them, the block's input added, ReLU. (C, H, W) to (4·filters, H / stride, W / stride), rounded up. Where the shape changes, the input
/// passes a 1×1 convolution with batch norm: the block's last, <c>conv4</c>. He, Zhang, Ren, Sun 2015, "Deep Residual Learning for Image
/// Recognition", figure 5, right. PyTorch: torchvision's <c>Bottleneck</c>.
/// </summary>
/// <param name="filters">The channels of the first two convolutions; the block has four times as many outputs. From 1 to 16,777,216.</param>
[Layers("""
    [Tag("input")]
    [Conv(filters, 1, Stride = StrideFirst ? Stride : 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(filters, 3, Stride = StrideFirst ? 1 : Stride, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(filters * 4, 1, Bias = false)] [BatchNorm]
    if (Stride > 1 || C != filters * 4)
    {
        [Tag("residual")]
        [From("input")] [Conv(filters * 4, 1, Stride = Stride, Bias = false)] [BatchNorm]
        [Add("residual")]
    }
    else
    {
        [Add("input")]
    }
    [ReLU]
    """)]
public sealed class BottleneckBlockAttribute(int filters) : BlockAttribute
{
    /// <summary>The channels of the first two convolutions. From 1 to 16,777,216.</summary>
    public int Filters { get; } = filters;

    /// <summary>The stride of the block. From 1 to 32,767.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;

    /// <summary>
    /// Whether the stride is in the first 1×1 convolution, as the paper has it, instead of in the 3×3 one, as torchvision has it
    /// ("ResNet v1.5"), which is a little more accurate and costs more.
    /// </summary>
    public bool StrideFirst { get; set; }
}
