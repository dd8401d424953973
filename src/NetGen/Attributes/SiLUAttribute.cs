namespace NetGen;

/// <summary>x · sigmoid(x), which is also known as swish; the shape stays.</summary>
public sealed class SiLUAttribute : LayerAttribute;
