namespace NetGen;

/// <summary>The mean over all output values of their distance to the targets. 0 where there were none.</summary>
public sealed class MeanAbsoluteError : Metric
{
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "mean absolute error";

    /// <inheritdoc/>
    public override double Value => Ratio.Of(_sum, _count);

    /// <inheritdoc/>
    public override void Reset() => (_sum, _count) = (0, 0);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has labels instead of targets.</exception>
    public override void Add(in EvaluationBatch batch)
    {
        if (batch.Targets.Length == 0)
        {
            throw new ArgumentException($"expected targets for the {Name}, actual labels", nameof(batch));
        }

        for (int i = 0; i < batch.Targets.Length; i++)
        {
            _sum += Math.Abs((double)batch.Outputs[i] - batch.Targets[i]);
        }

        _count += batch.Targets.Length;
    }
}
