namespace NetGen;

/// <summary>
/// The smooth L1 loss of regression, as the mean over all values; targets have the output's shape, (C, H, W), (T, F) or (F). With d = output − target: d² / (2·Beta) for |d| below Beta,
/// else |d| − Beta / 2 (Girshick 2015, section 2.3, with a Beta of 1). PyTorch: <c>SmoothL1Loss(beta=Beta)</c>; the last layer.
/// </summary>
/// <remarks>It is <see cref="HuberAttribute"/> with a Delta of Beta, divided by Beta, so that large differences weigh the same whatever Beta is.</remarks>
public sealed class SmoothL1Attribute : LayerAttribute
{
    /// <summary>The difference from which on the loss is linear; with 0 it is the absolute difference. At least 0 and finite.</summary>
    public float Beta { get; set; } = 1f;
}
