using System.Globalization;

namespace NetGen;

/// <summary>What an <see cref="Evaluator"/> found.</summary>
/// <param name="Loss">The mean loss of a sample, by the loss that the model ends in; <see langword="null"/> where the predictions came from
/// anything but a <see cref="Model"/>, it has no loss, a label was ignored, or outputs have targets of their own that the data set lacks.</param>
/// <param name="Accuracy">The share of right predictions, 0 to 1; <see langword="null"/> where nothing says that outputs and targets are of classes.</param>
/// <param name="Count">How many predictions there were: samples, or pixels where the output is an image; those with an ignored label left out.</param>
/// <param name="Metrics">The metrics that were given. They are the caller's: the next evaluation with one of them resets it.</param>
public sealed record EvaluationResult(double? Loss, double? Accuracy, long Count, IReadOnlyList<Metric> Metrics)
{
    /// <summary>
    /// Of a model with outputs that have targets of their own, on a data set that has them (<see cref="Dataset.Further"/>), what each output came to by itself, by its name, the model's own first; otherwise empty.
    /// <see cref="Loss"/> is the sum of their losses, each multiplied with its <see cref="OutputAttribute.Weight"/>.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, StepResult>> Outputs { get; init; } = [];

    /// <summary>All figures on a line, such as <c>loss 0.0312, accuracy 0.9912, top-5 accuracy 0.9998 (10000 predictions)</c>.</summary>
    /// <returns>The text, the same in every language.</returns>
    public override string ToString()
    {
        List<string> figures = [];
        if (Loss is { } loss)
        {
            figures.Add($"loss {Text(loss)}");
        }

        if (Accuracy is { } accuracy)
        {
            figures.Add($"accuracy {Text(accuracy)}");
        }

        foreach ((string output, StepResult result) in Outputs)
        {
            figures.AddRange(OutputFigures.Figures("", output, result.Loss, result.Count > 0 ? result.Accuracy : double.NaN).Select(f => $"{f.Key} {Text(f.Value)}"));
        }

        figures.AddRange(Metrics.Select(m => $"{m.Name} {Text(m.Value)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", figures)} ({Count} predictions)").TrimStart();
    }

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
