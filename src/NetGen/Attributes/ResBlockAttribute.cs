namespace NetGen;

/// <summary>A residual block that keeps the shape: convolution 3×3, batch norm, ReLU, convolution 3×3, the block's input added, batch norm, ReLU.</summary>
public sealed class ResBlockAttribute : LayerAttribute;
