using System.Globalization;

namespace NetGen;

/// <summary>What an <see cref="Evaluator"/> found.</summary>
/// <param name="Loss">The mean loss of a sample, by the loss that the model ends in; <see langword="null"/> where the predictions came from
/// anything but a <see cref="Model"/>, it has no loss, or a label was ignored.</param>
/// <param name="Accuracy">The share of right predictions, 0 to 1; <see langword="null"/> where nothing says that outputs and targets are of classes.</param>
/// <param name="Count">How many predictions there were: samples, or pixels where the output is an image; those with an ignored label left out.</param>
/// <param name="Metrics">The metrics that were given. They are the caller's: the next evaluation with one of them resets it.</param>
public sealed record EvaluationResult(double? Loss, double? Accuracy, long Count, IReadOnlyList<Metric> Metrics)
{
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

        figures.AddRange(Metrics.Select(m => $"{m.Name} {Text(m.Value)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", figures)} ({Count} predictions)").TrimStart();
    }

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
