namespace NetGen;

/// <summary>What a step or an evaluation over a batch found.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Correct">How many predictions (images, or pixels where the output is an image) had the label as their largest output; 0 for losses without classes.</param>
/// <param name="Count">How many predictions there were.</param>
public readonly record struct StepResult(double Loss, int Correct, int Count)
{
    /// <summary>The share of correct predictions, 0 to 1.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Correct / Count;
}
