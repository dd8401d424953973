namespace NetGen;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">The epochs that were finished, in order; of a training that went on from a checkpoint, those before it as well.</param>
/// <param name="Steps">The steps taken.</param>
/// <param name="Elapsed">How long it took, with validation.</param>
/// <param name="Cancelled">Whether it was cancelled; the model is then as the last whole step left it.</param>
public sealed record TrainingResult(IReadOnlyList<EpochResult> Epochs, long Steps, TimeSpan Elapsed, bool Cancelled)
{
    /// <summary>Why a callback ended it before its last epoch; <see langword="null"/> where none did.</summary>
    public string? StopReason { get; init; }
}
