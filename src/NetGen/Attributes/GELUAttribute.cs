namespace NetGen;

/// <summary>x · Φ(x) with the cumulative normal distribution Φ, in its exact form with the error function; the shape stays. PyTorch's <c>GELU</c>.</summary>
public sealed class GELUAttribute : LayerAttribute;
