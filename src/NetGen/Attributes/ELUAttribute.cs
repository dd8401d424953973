namespace NetGen;

/// <summary>x where it is positive, alpha · (exp(x) − 1) elsewhere; the shape stays.</summary>
/// <remarks>y = x for x &gt; 0, else α · (eˣ − 1) (Clevert et al. 2015, equation 15). PyTorch: <c>nn.ELU(alpha)</c>.</remarks>
/// <param name="alpha">How far below zero it goes. At least 0 and finite.</param>
public sealed class ELUAttribute(float alpha = 1f) : LayerAttribute
{
    /// <summary>How far below zero it goes. At least 0 and finite.</summary>
    public float Alpha { get; } = alpha;
}
