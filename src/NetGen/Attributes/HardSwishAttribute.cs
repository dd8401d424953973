namespace NetGen;

/// <summary>x · min(max(x + 3, 0), 6) / 6, a cheap relative of <see cref="SiLUAttribute"/>; the shape stays.</summary>
public sealed class HardSwishAttribute : LayerAttribute;
