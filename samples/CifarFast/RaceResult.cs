namespace CifarFast;

/// <summary>What the training with a seed came to: the weights at its end, tested once.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Accuracy">The share of the test images that is classified rightly.</param>
/// <param name="WithViews">The same by the mean prediction for an image and changed copies of it.</param>
/// <param name="Minutes">How long it was trained.</param>
/// <param name="Weights">The file of the weights.</param>
internal sealed record RaceResult(int Seed, double Accuracy, double WithViews, double Minutes, string Weights);
