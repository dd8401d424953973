namespace NetGen;

/// <summary>The hyperbolic tangent, Scale · tanh(Slope · x); the shape stays. PyTorch: <c>nn.Tanh()</c>, where both are 1.</summary>
/// <remarks>
/// LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", appendix A, take <c>Scale = 1.7159f</c> and
/// <c>Slope = 2f / 3</c>, which lead through (1, 1) and (−1, −1), where the curvature is largest.
/// </remarks>
public sealed class TanhAttribute : LayerAttribute
{
    /// <summary>The value it comes near to for large inputs. Above 0 and finite.</summary>
    public float Scale { get; set; } = 1f;

    /// <summary>The factor of the input. The derivative at 0 is Scale · Slope. Above 0 and finite.</summary>
    public float Slope { get; set; } = 1f;
}
