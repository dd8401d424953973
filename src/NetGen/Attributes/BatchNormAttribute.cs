namespace NetGen;

/// <summary>
/// Normalizes every channel over the batch, then scales and shifts it; the shape stays. PyTorch's <c>BatchNorm2d</c> for images,
/// <c>BatchNorm1d</c> for feature vectors.
/// </summary>
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>How far a training step moves the running statistics towards the batch's own. Above 0 and at most 1.</summary>
    public float Momentum { get; set; } = 0.1f;

    /// <summary>What is added to the variance, so that nothing is divided by zero. Above 0 and finite.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>How the scale starts: at 1 unless set; Zeros, Ones, Normal or Uniform.</summary>
    public Init Init { get; set; }

    /// <summary>With <see cref="NetGen.Init"/>: a standard deviation, half a width, or a factor, as the value says. Above 0 and finite.</summary>
    public float InitScale { get; set; } = 1;

    /// <summary>With <see cref="NetGen.Init.Normal"/> and <see cref="NetGen.Init.Uniform"/>: the mean. Finite.</summary>
    public float InitMean { get; set; }
}
