namespace NetGen;

/// <summary>A figure of how good predictions are, summed up batch by batch. Derive from it for one's own.</summary>
/// <remarks>How the samples are divided into batches makes no difference to the built-in ones: they add in the order of the samples.</remarks>
public abstract class Metric
{
    /// <summary>What reports call it, such as <c>accuracy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The figure for all batches since <see cref="Reset"/>; 0 where there were none.</summary>
    public abstract double Value { get; }

    /// <summary>Forgets all batches.</summary>
    public abstract void Reset();

    /// <summary>Adds a batch.</summary>
    /// <param name="batch">The outputs, and labels or targets.</param>
    public abstract void Add(in EvaluationBatch batch);
}
