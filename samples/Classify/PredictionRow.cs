using NetGen;

namespace Classify;

/// <summary>What was predicted for a picture.</summary>
/// <param name="File">The picture.</param>
/// <param name="Actual">Its class, where that is known.</param>
/// <param name="Probabilities">The probability of each class.</param>
internal sealed record PredictionRow(string File, string? Actual, float[] Probabilities)
{
    /// <summary>The class of the largest probability.</summary>
    public int Predicted => Logits.ArgMax(Probabilities);
}
