namespace NetGen;

/// <summary>An image as a feature vector, in the order channels, rows, columns: (C, H, W) to (C · H · W), x(c, h, w) at (c · H + h) · W + w. PyTorch: <c>nn.Flatten()</c>.</summary>
public sealed class FlattenAttribute : LayerAttribute;
