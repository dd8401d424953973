namespace NetGen.Reports;

/// <summary>A training's epochs under a name.</summary>
/// <param name="Name">What charts and tables call it.</param>
/// <param name="Points">Its epochs in rising order.</param>
internal sealed record Run(string Name, IReadOnlyList<RunPoint> Points)
{
    /// <summary>Whether there are classes.</summary>
    public bool HasAccuracy => Points.Any(p => p.Accuracy is not null || p.ValidationAccuracy is not null);

    /// <summary>The keys of its metrics, in the order that they were met in.</summary>
    public IEnumerable<string> Metrics => Points.SelectMany(p => p.Metrics).Select(m => m.Key).Distinct(StringComparer.Ordinal);

    /// <summary>The keys of its outputs' figures in training, likewise.</summary>
    public IEnumerable<string> Outputs => Points.SelectMany(p => p.Outputs).Select(m => m.Key).Distinct(StringComparer.Ordinal);

    /// <summary>Whether there is a validation set.</summary>
    public bool IsValidated => Points.Any(p => p.ValidationLoss is not null);

    /// <summary>The middle one of the epochs' times.</summary>
    public double MedianSeconds => Points.Count == 0 ? double.NaN : Points.Select(p => p.Seconds).Order().ElementAt(Points.Count / 2);

    /// <summary>The epoch with the highest validation accuracy, of equal ones the first.</summary>
    public RunPoint? BestValidation => Points.Where(p => p.ValidationAccuracy is not null).OrderByDescending(p => p.ValidationAccuracy).Cast<RunPoint?>().FirstOrDefault();

    /// <summary>The epoch with the lowest validation loss, of equal ones the first; a loss that is not a number is none.</summary>
    public RunPoint? LowestValidation => Points.Where(p => p.ValidationLoss is { } loss && !double.IsNaN(loss)).OrderBy(p => p.ValidationLoss).Cast<RunPoint?>().FirstOrDefault();

    /// <summary>A curve of the run: one point for each epoch that has the figure.</summary>
    public IReadOnlyList<ChartPoint> Curve(Func<RunPoint, double?> figure) =>
        [.. Points.Where(p => figure(p) is not null).Select(p => new ChartPoint(p.Epoch, figure(p)!.Value))];
}
