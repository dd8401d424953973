using System.ComponentModel;

namespace NetGen;

/// <summary>
/// The residual block of ResNet-18 and ResNet-34: two 3×3 convolutions, each with batch norm and without bias, a ReLU between them, the
/// block's input added, ReLU. (C, H, W) to (filters, H / stride, W / stride), rounded up. Where the shape changes, the input passes a
/// 1×1 convolution with batch norm: the block's last, <c>conv3</c>. He, Zhang, Ren, Sun 2015, "Deep Residual Learning for Image
/// Recognition", figure 5, left. PyTorch: torchvision's <c>BasicBlock</c>.
/// </summary>
/// <param name="filters">The output channels. From 1 to 16,777,216.</param>
[Layers("""
    [Tag("input")]
    [Conv(filters, 3, Stride = Stride, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(filters, 3, Pad = 1, Bias = false)] [BatchNorm]
    if (Stride > 1 || C != filters)
    {
        [Tag("residual")]
        [From("input")] [Conv(filters, 1, Stride = Stride, Bias = false)] [BatchNorm]
        [Add("residual")]
    }
    else
    {
        [Add("input")]
    }
    [ReLU]
    """)]
public sealed class BasicBlockAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels. From 1 to 16,777,216.</summary>
    public int Filters { get; } = filters;

    /// <summary>The stride of the first convolution, and of the projection. From 1 to 32,767.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;
}
