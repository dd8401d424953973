namespace NetGen;

/// <summary>exp(x) over the sum of exp over all channels, for feature vectors or at every pixel; the shape stays.</summary>
/// <remarks>yᵢ = exp(xᵢ − m) / Σⱼ exp(xⱼ − m), with m the largest x. PyTorch: <c>nn.Softmax(dim=1)</c>.</remarks>
public sealed class SoftmaxAttribute : LayerAttribute;
