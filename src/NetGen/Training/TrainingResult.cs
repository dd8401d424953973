namespace NetGen;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">The epochs that were finished, in order.</param>
/// <param name="Steps">The steps taken.</param>
/// <param name="Elapsed">How long it took, with validation.</param>
/// <param name="Cancelled">Whether it was cancelled; the model is then as the last whole step left it.</param>
public sealed record TrainingResult(IReadOnlyList<EpochResult> Epochs, long Steps, TimeSpan Elapsed, bool Cancelled);
