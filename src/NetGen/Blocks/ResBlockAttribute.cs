namespace NetGen;

/// <summary>
/// A residual block that keeps the shape, (C, H, W): convolution 3×3, batch norm, ReLU, convolution 3×3, the block's input added, batch norm, ReLU.
/// torchvision's <c>BasicBlock</c> has its second norm before the addition instead (PyTorch has no other of this order).
/// </summary>
[Layers("""
    [Tag("input")]
    [Conv(C, 3, Pad = 1)] [BatchNorm] [ReLU]
    [Conv(C, 3, Pad = 1)]
    [Add("input")] [BatchNorm] [ReLU]
    """)]
public sealed class ResBlockAttribute : BlockAttribute;
