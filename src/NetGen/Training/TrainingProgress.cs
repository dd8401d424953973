namespace NetGen;

/// <summary>How far a training is.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">How many there will be.</param>
/// <param name="Step">The steps taken, over all epochs.</param>
/// <param name="TotalSteps">The steps there will be; 0 where a stream has no known length.</param>
/// <param name="Loss">The mean training loss since the epoch's start.</param>
/// <param name="Accuracy">The share of right answers on the training set since the epoch's start, 0 to 1; not a number for losses without classes.</param>
/// <param name="LearningRate">The last step's.</param>
/// <param name="ImagesPerSecond">Samples a second since the epoch's start, without validation.</param>
/// <param name="TimeLeft">How long the rest will take at the speed so far; zero where the steps are not known.</param>
/// <param name="EpochEnded">Whether this is an epoch's last report.</param>
/// <param name="Validation">The outcome on the validation set, in an epoch's last report where there is such a set.</param>
public readonly record struct TrainingProgress(
    int Epoch,
    int Epochs,
    long Step,
    long TotalSteps,
    double Loss,
    double Accuracy,
    float LearningRate,
    double ImagesPerSecond,
    TimeSpan TimeLeft,
    bool EpochEnded,
    StepResult? Validation)
{
    /// <summary>What <see cref="Trainer.Metrics"/> found on the validation set, in an epoch's last report.</summary>
    public IReadOnlyList<MetricValue> Metrics { get => field ?? []; init; }

    /// <summary>Where outputs have targets of their own, each output's figures since the epoch's start, the model's own first; otherwise empty.</summary>
    public IReadOnlyList<OutputResult> Outputs { get => field ?? []; init; }

    /// <summary>Where several processes train together, what each did with its time, in an epoch's last report.</summary>
    public IReadOnlyList<RankWaiting> Ranks { get => field ?? []; init; }
}
