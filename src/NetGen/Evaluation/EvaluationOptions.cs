namespace NetGen;

/// <summary>How an <see cref="Evaluator"/> goes about it.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Samples that are predicted together, at least 1; the results do not depend on it, but for the last bits of the loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Check.AtLeastOne(value, nameof(BatchSize));
    } = 256;

    /// <summary>How many threads read samples ahead, 0 or more; with 1 and more the data set is read on other threads, and must allow for that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or over 1024.</exception>
    public int LoaderThreads
    {
        get;
        init => field = Check.InRange(value, 0, 1024, nameof(LoaderThreads));
    }

    /// <summary>
    /// A label whose predictions count for nothing, such as 255 for the pixels of a border; it need not be a class. Then there is no
    /// <see cref="EvaluationResult.Loss"/>, unless the model's loss ignores the same label (<c>IgnoreIndex</c>), which is left out without being named here.
    /// </summary>
    public int? IgnoreLabel { get; init; }

    /// <summary>Is told after each batch how far it is, on the thread that evaluates.</summary>
    public IProgress<EvaluationProgress>? Progress { get; init; }

    /// <summary>Ends the evaluation between two batches by an <see cref="OperationCanceledException"/>; the metrics then hold the batches so far.</summary>
    public CancellationToken Cancellation { get; init; }
}
