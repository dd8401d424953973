namespace NetGen;

/// <summary>The logarithm of the softmax over all channels, for feature vectors or at every pixel; the shape stays.</summary>
/// <remarks>yᵢ = xᵢ − m − log Σⱼ exp(xⱼ − m), with m the largest x. PyTorch: <c>nn.LogSoftmax(dim=1)</c>.</remarks>
public sealed class LogSoftmaxAttribute : LayerAttribute;
