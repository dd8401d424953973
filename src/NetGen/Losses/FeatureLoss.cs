namespace NetGen;

/// <summary>
/// How far the values at an output are from given ones: the mean of the squared differences over all of them. At a tag of a pretrained network this is the content of a picture (Gatys, Ecker and Bethge
/// 2016, "Image Style Transfer Using Convolutional Neural Networks", equation 1, which sums halves) and Johnson, Alahi and Fei-Fei's feature reconstruction loss (2016, "Perceptual Losses for Real-Time
/// Style Transfer and Super-Resolution", equation 2). PyTorch: <c>mse_loss(values, targets)</c>.
/// </summary>
public sealed class FeatureLoss : LossTerm
{
    /// <summary>A term whose targets are set before each computation, or here for all.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="targets">What the values should be; read anew in each computation.</param>
    /// <param name="weight">What value and gradient are multiplied with: 0 or more, and finite.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is out of range.</exception>
    public FeatureLoss(string output, ReadOnlyMemory<float> targets, double weight = 1)
        : base(output, weight) => Targets = targets;

    /// <summary>What the values should be, NCHW, sample after sample: as many as the batch has values at the output.</summary>
    public ReadOnlyMemory<float> Targets { get; set; }

    /// <inheritdoc/>
    protected override double Add(ReadOnlySpan<float> values, IReadOnlyList<int> shape, double weight, Span<float> gradients)
    {
        ReadOnlySpan<float> targets = Targets.Span;
        if (targets.Length != values.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"FeatureLoss at \"{Output}\": expected {values.Length} targets, as many as the batch has values there, actual {targets.Length}"));
        }

        float scale = (float)(2 * weight / values.Length);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            float difference = values[i] - targets[i];
            gradients[i] += scale * difference;
            sum += (double)difference * difference;
        }

        return sum / values.Length;
    }
}
