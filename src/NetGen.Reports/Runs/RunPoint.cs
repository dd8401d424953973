namespace NetGen.Reports;

/// <summary>An epoch of a run, from a training or from a file.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean training loss.</param>
/// <param name="Accuracy">The share of right answers in training, 0 to 1; null for losses without classes.</param>
/// <param name="LearningRate">The last step's.</param>
/// <param name="Seconds">How long it took, without validation.</param>
/// <param name="ValidationLoss">The loss on the validation set, where there is one.</param>
/// <param name="ValidationAccuracy">The accuracy on it.</param>
internal readonly record struct RunPoint(
    int Epoch, double Loss, double? Accuracy, float LearningRate, double Seconds, double? ValidationLoss, double? ValidationAccuracy)
{
    /// <summary>Figures of training of each output, where they have targets of their own, by names such as <c>box_loss</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Outputs { get => field ?? []; init; }

    /// <summary>Further figures of the validation set, by <see cref="MetricValue.Key"/>, and by such names.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Metrics { get => field ?? []; init; }

    public static RunPoint Of(EpochResult e) =>
        new(e.Epoch, e.Loss, Number(e.Accuracy), e.LearningRate, e.Elapsed.TotalSeconds, e.Validation?.Loss, Number(e.Validation?.Accuracy))
        {
            Outputs = [.. e.Outputs.SelectMany(o => OutputFigures.Figures("", o.Output, o.Loss, o.Accuracy))],
            Metrics =
            [
                .. e.Outputs.SelectMany(o => o.Validation is { } v ? OutputFigures.Figures("", o.Output, v.Loss, v.Accuracy) : []),
                .. e.Metrics.Select(m => KeyValuePair.Create(m.Key, m.Value)),
            ],
        };

    /// <summary>The figure of a metric, where the epoch has it.</summary>
    public double? Metric(string key) => Metrics.Where(m => m.Key == key).Select(m => (double?)m.Value).FirstOrDefault();

    /// <summary>The figure of an output in training, where the epoch has it.</summary>
    public double? Output(string key) => Outputs.Where(m => m.Key == key).Select(m => (double?)m.Value).FirstOrDefault();

    private static double? Number(double? value) => value is { } number && !double.IsNaN(number) ? number : null;
}
