namespace NetGen;

/// <summary>1 / (1 + exp(−x)); the shape stays. PyTorch: <c>nn.Sigmoid()</c>.</summary>
public sealed class SigmoidAttribute : LayerAttribute;
