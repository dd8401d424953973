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

    /// <summary>How the weight starts.</summary>
    public Init Init { get; set; }

    /// <summary>With <see cref="NetGen.Init"/>: a standard deviation, half a width, or a factor, as the value says. Above 0 and finite.</summary>
    public float InitScale { get; set; } = 1;

    /// <summary>With <see cref="NetGen.Init.Normal"/> and <see cref="NetGen.Init.Uniform"/>: the mean. Finite.</summary>
    public float InitMean { get; set; }
}
