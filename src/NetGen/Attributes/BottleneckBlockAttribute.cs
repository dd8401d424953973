namespace NetGen;

/// <summary>
/// The residual block of ResNet-50 and deeper: convolutions of 1×1, 3×3 and 1×1, each with batch norm and without bias, ReLU between
/// them, the block's input added, ReLU. (C, H, W) to (4·filters, H / stride, W / stride), rounded up. The 3×3 convolution has the
/// stride. Where the shape changes, the input passes a 1×1 convolution with batch norm: the block's last, <c>conv4</c>.
/// </summary>
/// <param name="filters">The channels of the first two convolutions; the block has four times as many outputs.</param>
public sealed class BottleneckBlockAttribute(int filters) : LayerAttribute
{
    /// <summary>The channels of the first two convolutions.</summary>
    public int Filters { get; } = filters;

    /// <summary>The stride of the 3×3 convolution, and of the projection.</summary>
    public int Stride { get; set; } = 1;
}
