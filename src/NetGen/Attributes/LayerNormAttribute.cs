namespace NetGen;

/// <summary>
/// Normalizes every image over all its values, then scales and shifts each of them; the shape stays. PyTorch's <c>LayerNorm</c> with the
/// value's shape as <c>normalized_shape</c>.
/// </summary>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>What is added to the variance, so that nothing is divided by zero. Above 0 and finite.</summary>
    public float Epsilon { get; set; } = 1e-5f;
}
