namespace NetGen;

/// <summary>
/// Normalizes each channel of every image by its own mean and variance, in training and prediction alike; the shape stays. For (C, H, W). PyTorch:
/// <c>nn.InstanceNorm2d(C)</c>, without running statistics as by its default.
/// </summary>
/// <remarks>
/// y = (x − mean) / √(variance + ε), with both over the H·W pixels of a channel of one image, and the variance by their number (Ulyanov et al. 2016); with
/// <see cref="Affine"/>, times a weight and plus a bias for each channel.
/// </remarks>
public sealed class InstanceNormAttribute : LayerAttribute
{
    /// <summary>Whether each channel has a <c>weight</c> and a <c>bias</c> that are trained; false, as PyTorch's default.</summary>
    public bool Affine { get; set; }

    /// <summary>What is added to the variance, so that nothing is divided by zero. Above 0 and finite.</summary>
    public float Epsilon { get; set; } = 1e-5f;
}
