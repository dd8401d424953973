namespace NetGen;

/// <summary>x where it is positive, slope · x elsewhere; the shape stays.</summary>
/// <remarks>y = max(x, 0) + slope · min(x, 0) (Maas et al. 2013). PyTorch: <c>nn.LeakyReLU(negative_slope)</c>.</remarks>
/// <param name="slope">The factor of negative values. Finite.</param>
public sealed class LeakyReLUAttribute(float slope = 0.01f) : LayerAttribute
{
    /// <summary>The factor of negative values. Finite.</summary>
    public float Slope { get; } = slope;
}
