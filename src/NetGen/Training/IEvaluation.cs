namespace NetGen;

/// <summary>Evaluates a model on a data set, again and again.</summary>
internal interface IEvaluation : IDisposable
{
    /// <summary>What the metrics found in the last run.</summary>
    IReadOnlyList<MetricValue> Values { get; }

    /// <summary>What the last run found of each output by itself, the model's own first; none for a model of one loss.</summary>
    IReadOnlyList<StepResult> Outputs { get; }

    /// <summary>Evaluates the whole set in its order.</summary>
    /// <returns>The outcome, or <see langword="null"/> where it was cancelled.</returns>
    StepResult? Run(CancellationToken cancellation);
}
