namespace NetGen;

/// <summary>x · sigmoid(x), which is also known as swish; the shape stays.</summary>
/// <remarks>y = x / (1 + e⁻ˣ) (Elfwing et al. 2017, equation 6). PyTorch: <c>nn.SiLU()</c>.</remarks>
public sealed class SiLUAttribute : LayerAttribute;
