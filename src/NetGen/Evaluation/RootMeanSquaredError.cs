namespace NetGen;

/// <summary>The root of the mean over all output values of their squared distance to the targets. 0 where there were none.</summary>
public sealed class RootMeanSquaredError : Metric
{
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "root mean squared error";

    /// <inheritdoc/>
    public override double Value => Math.Sqrt(Ratio.Of(_sum, _count));

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
            double difference = (double)batch.Outputs[i] - batch.Targets[i];
            _sum += difference * difference;
        }

        _count += batch.Targets.Length;
    }
}
