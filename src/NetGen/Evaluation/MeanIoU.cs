namespace NetGen;

/// <summary>
/// The mean over the classes of intersection over union, 0 to 1: the usual figure of semantic segmentation (Everingham et al. 2010, "The Pascal Visual Object Classes Challenge",
/// section 4.4). Keras's <c>MeanIoU</c>; <see cref="ConfusionMatrix.MeanIoU"/> as a metric that a training watches.
/// </summary>
/// <remarks>Counts are of all pixels of all images together, not image by image. A class that occurs neither among the labels nor the predictions counts for nothing. Ignored labels are left out.</remarks>
/// <param name="classes">How many classes there are, 1 or more.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is under 1, or over 16,384.</exception>
public sealed class MeanIoU(int classes) : Metric
{
    private readonly ConfusionMatrix _matrix = new(classes);

    /// <inheritdoc/>
    public override string Name => "mean IoU";

    /// <inheritdoc/>
    public override double Value => _matrix.MeanIoU;

    /// <inheritdoc/>
    public override void Reset() => _matrix.Reset();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has another number of classes.</exception>
    public override void Add(in EvaluationBatch batch) => _matrix.Add(batch);
}
