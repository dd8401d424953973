namespace NetGen;

/// <summary>log(1 + exp(x)), a smooth ReLU; the shape stays.</summary>
/// <remarks>y = max(x, 0) + log(1 + exp(−|x|)), which does not overflow. PyTorch: <c>nn.Softplus()</c>, whose threshold changes nothing in single precision.</remarks>
public sealed class SoftplusAttribute : LayerAttribute;
