namespace NetGen;

/// <summary>
/// The residual block of ResNet-18 and ResNet-34: two 3×3 convolutions, each with batch norm and without bias, a ReLU between them, the
/// block's input added, ReLU. (C, H, W) to (filters, H / stride, W / stride), rounded up. Where the shape changes, the input passes a
/// 1×1 convolution with batch norm: the block's last, <c>conv3</c>.
/// </summary>
/// <param name="filters">The output channels.</param>
public sealed class BasicBlockAttribute(int filters) : LayerAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The stride of the first convolution, and of the projection.</summary>
    public int Stride { get; set; } = 1;
}
