namespace NetGen.Reports;

/// <summary>The charts of runs: training and validation together where there is one run, a curve for each run where there are several.</summary>
internal static class RunCharts
{
    private const string LossLabel = "loss";
    private const string AccuracyLabel = "accuracy (%)";
    private const string RateLabel = "learning rate";
    private const string SecondsLabel = "seconds, without validation";

    public static IReadOnlyList<Chart> Of(IReadOnlyList<Run> runs) => runs.Count switch
    {
        0 => [],
        1 => OfOne(runs[0]),
        _ => OfSeveral(runs),
    };

    private static List<Chart> OfOne(Run run)
    {
        List<Chart> charts = [new("Loss", LossLabel, ChartFigure.Number, Both(p => p.Loss, p => p.ValidationLoss))];
        if (run.HasAccuracy)
        {
            charts.Add(new("Accuracy", AccuracyLabel, ChartFigure.Share, Both(p => p.Accuracy, p => p.ValidationAccuracy)));
        }

        string[] outputs = [.. run.Outputs];
        charts.AddRange(outputs.Select(key => new Chart(TitleOfOutput(key), LabelOf(key), ChartFigure.Number, Both(p => p.Output(key), p => p.Metric(key)))));
        charts.AddRange(run.Metrics.Except(outputs, StringComparer.Ordinal).Select(key => new Chart(TitleOf(key), LabelOf(key), ChartFigure.Number, [new("validation", 1, run.Curve(p => p.Metric(key)))])));
        charts.Add(new("Learning rate", RateLabel, ChartFigure.Rate, [new(run.Name, 0, run.Curve(p => p.LearningRate))]));
        charts.Add(new("Time an epoch", SecondsLabel, ChartFigure.Amount, [new(run.Name, 0, run.Curve(p => p.Seconds))]));
        return charts;

        IReadOnlyList<ChartSeries> Both(Func<RunPoint, double?> training, Func<RunPoint, double?> validation) => run.IsValidated
            ? [new("training", 0, run.Curve(training)), new("validation", 1, run.Curve(validation))]
            : [new("training", 0, run.Curve(training))];
    }

    private static List<Chart> OfSeveral(IReadOnlyList<Run> runs)
    {
        List<Chart> charts = [];
        Add("Validation accuracy", AccuracyLabel, ChartFigure.Share, p => p.ValidationAccuracy, r => r.IsValidated && r.HasAccuracy);
        Add("Validation loss", LossLabel, ChartFigure.Number, p => p.ValidationLoss, r => r.IsValidated);
        Add("Training accuracy", AccuracyLabel, ChartFigure.Share, p => p.Accuracy, r => r.HasAccuracy);
        Add("Training loss", LossLabel, ChartFigure.Number, p => p.Loss, _ => true);
        foreach (string key in runs.SelectMany(r => r.Outputs).Distinct(StringComparer.Ordinal))
        {
            Add($"Training {LabelOf(key)}", LabelOf(key), ChartFigure.Number, p => p.Output(key), r => r.Outputs.Contains(key));
        }

        foreach (string key in runs.SelectMany(r => r.Metrics).Distinct(StringComparer.Ordinal))
        {
            Add(TitleOf(key), LabelOf(key), ChartFigure.Number, p => p.Metric(key), r => r.Metrics.Contains(key));
        }

        Add("Learning rate", RateLabel, ChartFigure.Rate, p => p.LearningRate, _ => true);
        Add("Time an epoch", SecondsLabel, ChartFigure.Amount, p => p.Seconds, _ => true);
        charts[0] = charts[0] with { IsWide = true };
        return charts;

        // A run keeps its colour in every chart, also where others are not in it.
        void Add(string title, string label, ChartFigure figure, Func<RunPoint, double?> value, Func<Run, bool> has)
        {
            ChartSeries[] series = [.. runs.Index().Where(r => has(r.Item)).Select(r => new ChartSeries(r.Item.Name, r.Index, r.Item.Curve(value)))];
            if (series.Length > 0)
            {
                charts.Add(new(title, label, figure, series));
            }
        }
    }

    /// <summary>Of training and validation: "Loss of box".</summary>
    private static string TitleOfOutput(string key) => key.LastIndexOf('_') is var end && key[(end + 1)..] == "loss" ? $"Loss of {key[..end]}" : $"Accuracy of {key[..end]}";

    private static string TitleOf(string key) => $"Validation {LabelOf(key)}";

    private static string LabelOf(string key) => key.Replace('_', ' ');
}
