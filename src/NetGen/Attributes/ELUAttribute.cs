namespace NetGen;

/// <summary>x where it is positive, alpha · (exp(x) − 1) elsewhere; the shape stays.</summary>
/// <param name="alpha">How far below zero it goes. At least 0 and finite.</param>
public sealed class ELUAttribute(float alpha = 1f) : LayerAttribute
{
    /// <summary>How far below zero it goes. At least 0 and finite.</summary>
    public float Alpha { get; } = alpha;
}
