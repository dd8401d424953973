namespace NetGen;

/// <summary>What a step or an evaluation over a batch found.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Correct">How many predictions (images, or pixels where the output is an image) had the label as their largest output; 0 for losses without classes.</param>
/// <param name="Count">How many predictions were right or wrong; 0 for losses without classes, of which none is either.</param>
public readonly record struct StepResult(double Loss, int Correct, int Count)
{
    /// <summary>The share of correct predictions, 0 to 1; not a number for losses without classes.</summary>
    public double Accuracy => Count == 0 ? double.NaN : (double)Correct / Count;
}
