using NetGen;

namespace CifarAblation;

/// <summary>What a stage came to.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Parameters">The network's weights.</param>
/// <param name="Epochs">Its epochs.</param>
internal sealed record StageResult(Stage Stage, long Parameters, IReadOnlyList<EpochResult> Epochs)
{
    /// <summary>The last epoch's accuracy on the test images.</summary>
    public double Last => Epochs.Count == 0 ? 0 : Epochs[^1].Validation!.Value.Accuracy;

    /// <summary>The best epoch's.</summary>
    public double Best => Epochs.Count == 0 ? 0 : Epochs.Max(e => e.Validation!.Value.Accuracy);

    /// <summary>The middle one of the epochs' times, without validation.</summary>
    public double SecondsPerEpoch => Epochs.Count == 0 ? 0 : Epochs.Select(e => e.Elapsed.TotalSeconds).Order().ElementAt(Epochs.Count / 2);
}
