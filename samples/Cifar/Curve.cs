using NetGen;

namespace Cifar;

/// <summary>How a network's training went.</summary>
/// <param name="Contestant">The network.</param>
/// <param name="Parameters">Its trainable values.</param>
/// <param name="Result">Its epochs.</param>
internal sealed record Curve(Contestant Contestant, long Parameters, TrainingResult Result)
{
    /// <summary>The share of wrong answers in each epoch, as the images were met.</summary>
    public IReadOnlyList<double> Errors { get; } = [.. Result.Epochs.Select(e => 1 - e.Accuracy)];
}
