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

    /// <summary>
    /// Whether the weight is divided by its spectral norm, its largest singular value as a matrix of a row for each output, so that the layer takes no two inputs further apart (Miyato et al. 2018, "Spectral Normalization for
    /// Generative Adversarial Networks", section 2.1); of discriminators. PyTorch's <c>spectral_norm</c>, with its names: <c>weight_orig</c> is trained, <c>weight_u</c> and <c>weight_v</c> are the buffers of a
    /// power iteration that each step in training goes a round on with, unless <see cref="Model.FreezeBatchNorm"/> is set.
    /// </summary>
    public bool SpectralNorm { get; set; }
}
