namespace NetGen;

/// <summary>log(1 + exp(x)), a smooth ReLU; the shape stays.</summary>
public sealed class SoftplusAttribute : LayerAttribute;
