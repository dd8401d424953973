namespace NetGen;

/// <summary>The share of predictions whose class is among those of the k largest outputs, 0 to 1. Keras's <c>TopKCategoricalAccuracy</c> and its sparse form.</summary>
/// <remarks>
/// Exactly k classes are taken: of equal outputs those of the lower classes, so that k = 1 is <see cref="Accuracy"/>. Keras counts every class that is level with the last of the k
/// instead, and PyTorch's <c>topk</c> leaves it open. A NaN counts as larger than any number. The right class of a soft target is its largest share.
/// </remarks>
public sealed class TopK : Metric
{
    private long _hits;
    private long _count;

    /// <summary>Makes the metric.</summary>
    /// <param name="k">How many classes are taken, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is under 1.</exception>
    public TopK(int k)
    {
        K = Check.AtLeastOne(k, nameof(k));
        Name = FormattableString.Invariant($"top-{k} accuracy");
    }

    /// <summary>How many classes are taken.</summary>
    public int K { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override double Value => Ratio.Of(_hits, _count);

    /// <inheritdoc/>
    public override void Reset() => _hits = _count = 0;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than <see cref="K"/> classes.</exception>
    public override void Add(in EvaluationBatch batch)
    {
        if (batch.Classes < K)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {K} classes or more for {Name}, actual {batch.Classes}"), nameof(batch));
        }

        for (int i = 0; i < batch.Predictions; i++)
        {
            if (!batch.IsIgnored(i))
            {
                _hits += Before(batch, i, batch.LabelOf(i)) < K ? 1 : 0;
                _count++;
            }
        }
    }

    /// <summary>How many classes come before one, by their outputs.</summary>
    private static int Before(in EvaluationBatch batch, int prediction, int label)
    {
        float own = batch.OutputOf(prediction, label);
        int before = 0;
        for (int c = 0; c < batch.Classes; c++)
        {
            float other = batch.OutputOf(prediction, c);
            bool larger = float.IsNaN(other) ? !float.IsNaN(own) : other > own;
            bool level = other == own || (float.IsNaN(other) && float.IsNaN(own));
            before += larger || (level && c < label) ? 1 : 0;
        }

        return before;
    }
}
