namespace NetGen;

/// <summary>exp(x) over the sum of exp over all channels, for feature vectors or at every pixel; the shape stays.</summary>
public sealed class SoftmaxAttribute : LayerAttribute;
