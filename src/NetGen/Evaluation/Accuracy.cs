namespace NetGen;

/// <summary>The share of predictions whose largest output is at the right class, 0 to 1; of each pixel where the output is an image. 0 where there were none.</summary>
/// <remarks>Of equal outputs the first counts, and a NaN as the largest. The right class of a soft target is its largest share.</remarks>
public sealed class Accuracy : Metric
{
    private long _correct;

    /// <inheritdoc/>
    public override string Name => "accuracy";

    /// <inheritdoc/>
    public override double Value => Ratio.Of(_correct, Count);

    /// <summary>How many predictions there were, those with an ignored label left out.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override void Reset() => _correct = Count = 0;

    /// <inheritdoc/>
    public override void Add(in EvaluationBatch batch)
    {
        for (int i = 0; i < batch.Predictions; i++)
        {
            if (!batch.IsIgnored(i))
            {
                _correct += batch.PredictedOf(i) == batch.LabelOf(i) ? 1 : 0;
                Count++;
            }
        }
    }
}
