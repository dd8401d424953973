namespace NetGen;

/// <summary>An image as a feature vector, in the order channels, rows, columns: (C, H, W) to (C · H · W).</summary>
public sealed class FlattenAttribute : LayerAttribute;
