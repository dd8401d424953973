namespace NetGen;

/// <summary>What one pass over the training set came to.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean training loss, each batch's as it was met.</param>
/// <param name="Accuracy">The share of right answers on the training set, likewise, 0 to 1; not a number for losses without classes.</param>
/// <param name="LearningRate">The last step's.</param>
/// <param name="ImagesPerSecond">Samples a second, without validation.</param>
/// <param name="Elapsed">How long it took, without validation.</param>
/// <param name="Validation">The outcome on the validation set, where there is one.</param>
public sealed record EpochResult(
    int Epoch, double Loss, double Accuracy, float LearningRate, double ImagesPerSecond, TimeSpan Elapsed, StepResult? Validation)
{
    /// <summary>What <see cref="Trainer.Metrics"/> found on the validation set, in their order.</summary>
    public IReadOnlyList<MetricValue> Metrics { get; init; } = [];

    /// <summary>
    /// Where outputs have targets of their own, each output's figures by itself, the model's own first; otherwise empty. <see cref="Loss"/> is then the sum of their losses, each multiplied with its
    /// <see cref="OutputAttribute.Weight"/>, and <see cref="Accuracy"/> that of the model's own.
    /// </summary>
    public IReadOnlyList<OutputResult> Outputs { get; init; } = [];

    /// <summary>Where several processes train together, what each did with its time, by rank; otherwise empty. Not kept in checkpoints.</summary>
    public IReadOnlyList<RankWaiting> Ranks { get; init; } = [];
}
