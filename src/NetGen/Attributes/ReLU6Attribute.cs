namespace NetGen;

/// <summary>x from 0 to 6, and the nearer of both beyond; the shape stays.</summary>
/// <remarks>y = min(max(x, 0), 6) (Krizhevsky 2010, as MobileNets have it). The gradient is 0 at 0 and at 6. PyTorch: <c>nn.ReLU6</c>.</remarks>
public sealed class ReLU6Attribute : LayerAttribute;
