namespace NetGen;

/// <summary>A figure of an epoch that callbacks watch: which epoch was the best, and whether there is progress.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Value">Reads it from what an epoch came to.</param>
/// <param name="Rises">Whether more is better.</param>
public sealed record MonitoredMetric(string Name, Func<EpochResult, double> Value, bool Rises)
{
    /// <summary>The loss on the validation set: Keras's <c>val_loss</c>.</summary>
    public static MonitoredMetric ValidationLoss { get; } = new("validation loss", e => Validation(e, "validation loss").Loss, Rises: false);

    /// <summary>The share of right answers on the validation set: Keras's <c>val_accuracy</c>. A loss without classes has none, and is refused.</summary>
    public static MonitoredMetric ValidationAccuracy { get; } = new("validation accuracy", AccuracyOf, Rises: true);

    /// <summary>The mean loss on the training set, as it was met.</summary>
    public static MonitoredMetric TrainingLoss { get; } = new("training loss", e => e.Loss, Rises: false);

    /// <summary>Its name among <see cref="Trainer.Metrics"/>, where it is one of them.</summary>
    internal string? MetricName { get; private init; }

    /// <summary>What anything is better than.</summary>
    internal double Worst => Rises ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>One of <see cref="Trainer.Metrics"/> by its name: Keras's <c>val_</c> and the name.</summary>
    /// <param name="name">The <see cref="Metric.Name"/>, such as <c>top-3 accuracy</c>.</param>
    /// <param name="rises">Whether more is better.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public static MonitoredMetric OfValidation(string name, bool rises)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new MonitoredMetric($"validation {name}", e => Find(e.Metrics, name), rises) { MetricName = name };
    }

    /// <summary>Refuses to watch a metric that a trainer has not.</summary>
    internal void Check(Trainer trainer)
    {
        if (MetricName is { } name && !trainer.Metrics.Any(m => m.Name == name))
        {
            throw Missing(name, trainer.Metrics.Select(m => m.Name));
        }
    }

    /// <summary>Whether a figure is better than another by more than a least difference; what is not a number is not.</summary>
    internal bool IsBetter(double value, double than, double by = 0) => Rises ? value > than + by : value < than - by;

    private static double AccuracyOf(EpochResult epoch)
    {
        double accuracy = Validation(epoch, "validation accuracy").Accuracy;
        return double.IsNaN(accuracy)
            ? throw new InvalidOperationException($"expected a loss with classes, since the validation accuracy is watched, actual one without: watch {nameof(MonitoredMetric)}.{nameof(ValidationLoss)}")
            : accuracy;
    }

    private static double Find(IReadOnlyList<MetricValue> metrics, string name)
    {
        foreach (MetricValue metric in metrics)
        {
            if (metric.Name == name)
            {
                return metric.Value;
            }
        }

        throw Missing(name, metrics.Select(m => m.Name));
    }

    private static InvalidOperationException Missing(string name, IEnumerable<string> actual) => new(
        $"expected a metric \"{name}\" in {nameof(Trainer)}.{nameof(Trainer.Metrics)}, since it is watched, actual {string.Join(", ", actual.Select(n => $"\"{n}\"").DefaultIfEmpty("none"))}");

    private static StepResult Validation(EpochResult epoch, string name) =>
        epoch.Validation ?? throw new InvalidOperationException($"expected a validation set, since the {name} is watched: give Trainer.Fit one, or watch {nameof(MonitoredMetric)}.{nameof(TrainingLoss)}");
}
