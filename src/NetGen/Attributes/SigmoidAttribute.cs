namespace NetGen;

/// <summary>1 / (1 + exp(−x)); the shape stays.</summary>
public sealed class SigmoidAttribute : LayerAttribute;
