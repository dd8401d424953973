namespace NetGen;

/// <summary>The larger of x and 0; the shape stays.</summary>
public sealed class ReLUAttribute : LayerAttribute;
