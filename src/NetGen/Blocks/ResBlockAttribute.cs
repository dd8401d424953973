namespace NetGen;

/// <summary>A residual block that keeps the shape: convolution 3×3, batch norm, ReLU, convolution 3×3, the block's input added, batch norm, ReLU.</summary>
[Layers("""
    [Tag("input")]
    [Conv(C, 3, Pad = 1)] [BatchNorm] [ReLU]
    [Conv(C, 3, Pad = 1)]
    [Add("input")] [BatchNorm] [ReLU]
    """)]
public sealed class ResBlockAttribute : BlockAttribute;
