namespace NetGen;

/// <summary>An epoch's figures of each output under Keras's names.</summary>
internal static class OutputFigures
{
    /// <summary>Those of the outputs: <c>box_loss</c>, <c>kind_accuracy</c>, <c>val_box_loss</c>, <c>val_kind_accuracy</c>. The accuracy of the model's own output is the epoch's <c>accuracy</c> and not there twice.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Of(EpochResult epoch)
    {
        foreach (OutputResult output in epoch.Outputs)
        {
            foreach (KeyValuePair<string, double> figure in Figures("", output.Output, output.Loss, output.Accuracy))
            {
                yield return figure;
            }

            if (output.Validation is { } validated)
            {
                foreach (KeyValuePair<string, double> figure in Figures("val_", output.Output, validated.Loss, validated.Accuracy))
                {
                    yield return figure;
                }
            }
        }
    }

    /// <summary>Those of one output, of a set whose names begin with a prefix.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Figures(string prefix, string output, double loss, double accuracy)
    {
        yield return new($"{prefix}{output}_loss", loss);
        if (output != ModelInfo.OwnOutput && !double.IsNaN(accuracy))
        {
            yield return new($"{prefix}{output}_accuracy", accuracy);
        }
    }
}
