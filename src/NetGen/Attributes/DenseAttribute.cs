namespace NetGen;

/// <summary>
/// A fully connected layer: (F) to (units). PyTorch's <c>Linear</c>; the weight is (units, F).
/// An image needs a <see cref="FlattenAttribute"/> or a <see cref="GlobalAvgPoolAttribute"/> before it.
/// </summary>
/// <param name="units">The outputs. From 1 to 16,777,216.</param>
public sealed class DenseAttribute(int units) : LayerAttribute
{
    /// <summary>The outputs. From 1 to 16,777,216.</summary>
    public int Units { get; } = units;

    /// <summary>Whether a bias is added to every output.</summary>
    public bool Bias { get; set; } = true;
}
