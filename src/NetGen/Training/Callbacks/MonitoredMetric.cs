namespace NetGen;

/// <summary>A figure of an epoch that callbacks watch: which epoch was the best, and whether there is progress.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Value">Reads it from what an epoch came to.</param>
/// <param name="Rises">Whether more is better.</param>
public sealed record MonitoredMetric(string Name, Func<EpochResult, double> Value, bool Rises)
{
    /// <summary>The loss on the validation set: Keras's <c>val_loss</c>.</summary>
    public static MonitoredMetric ValidationLoss { get; } = new("validation loss", e => Validation(e, "validation loss").Loss, Rises: false);

    /// <summary>The share of right answers on the validation set: Keras's <c>val_accuracy</c>.</summary>
    public static MonitoredMetric ValidationAccuracy { get; } = new("validation accuracy", e => Validation(e, "validation accuracy").Accuracy, Rises: true);

    /// <summary>The mean loss on the training set, as it was met.</summary>
    public static MonitoredMetric TrainingLoss { get; } = new("training loss", e => e.Loss, Rises: false);

    /// <summary>What anything is better than.</summary>
    internal double Worst => Rises ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>Whether a figure is better than another by more than a least difference; what is not a number is not.</summary>
    internal bool IsBetter(double value, double than, double by = 0) => Rises ? value > than + by : value < than - by;

    private static StepResult Validation(EpochResult epoch, string name) =>
        epoch.Validation ?? throw new InvalidOperationException($"expected a validation set, since the {name} is watched: give Trainer.Fit one, or watch {nameof(MonitoredMetric)}.{nameof(TrainingLoss)}");
}
