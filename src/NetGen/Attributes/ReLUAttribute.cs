namespace NetGen;

/// <summary>The larger of x and 0, max(x, 0); the shape stays. PyTorch: <c>nn.ReLU()</c>.</summary>
public sealed class ReLUAttribute : LayerAttribute;
