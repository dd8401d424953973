namespace NetGen;

/// <summary>
/// A loss of regression that outliers pull at less: half the square of differences up to <see cref="Delta"/>, linear beyond, as the mean
/// over all values; targets have the output's shape, (C, H, W), (T, F) or (F). d² / 2 for |d| ≤ Delta, else Delta·(|d| − Delta / 2). PyTorch's <c>HuberLoss</c>; the last layer.
/// </summary>
public sealed class HuberAttribute : LayerAttribute
{
    /// <summary>The difference from which on the loss is linear. Above 0 and finite.</summary>
    public float Delta { get; set; } = 1f;
}
