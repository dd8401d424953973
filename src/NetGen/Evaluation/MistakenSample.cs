namespace NetGen;

/// <summary>A sample that <see cref="Evaluator.MostMistaken"/> found.</summary>
/// <param name="Index">Its number in the data set.</param>
/// <param name="Label">Its class.</param>
/// <param name="Predicted">The class that was predicted.</param>
/// <param name="LabelProbability">The probability that was given to <paramref name="Label"/>.</param>
/// <param name="PredictedProbability">The probability that was given to <paramref name="Predicted"/>.</param>
/// <param name="Loss">−log of the label's probability.</param>
public readonly record struct MistakenSample(int Index, int Label, int Predicted, double LabelProbability, double PredictedProbability, double Loss)
{
    /// <summary>Whether the prediction is right all the same.</summary>
    public bool IsCorrect => Predicted == Label;

    /// <summary>Makes it from a sample's outputs.</summary>
    internal static MistakenSample Of(int index, int label, int predicted, ReadOnlySpan<float> outputs, bool probabilities)
    {
        if (probabilities)
        {
            return new MistakenSample(index, label, predicted, outputs[label], outputs[predicted], -Math.Log(outputs[label]));
        }

        // From the logits themselves, so that a probability too small for a float still has its loss.
        double largest = outputs[predicted];
        double sum = 0;
        foreach (float output in outputs)
        {
            sum += Math.Exp(output - largest);
        }

        double loss = Math.Log(sum) + largest - outputs[label];
        return new MistakenSample(index, label, predicted, Math.Exp(-loss), 1 / sum, loss);
    }
}
