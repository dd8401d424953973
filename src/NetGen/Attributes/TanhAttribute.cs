namespace NetGen;

/// <summary>The hyperbolic tangent; the shape stays.</summary>
public sealed class TanhAttribute : LayerAttribute;
