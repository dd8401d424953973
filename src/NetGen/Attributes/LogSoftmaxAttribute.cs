namespace NetGen;

/// <summary>The logarithm of the softmax over all channels, for feature vectors or at every pixel; the shape stays.</summary>
public sealed class LogSoftmaxAttribute : LayerAttribute;
