namespace NetGen.Zoo;

/// <summary>
/// The trained sub-sampling of LeCun et al. 1998, section II.B: (C, H, W) to (C, H / 2, W / 2), the sum over 2×2 pixels times a coefficient
/// of the channel, plus a bias, squashed. The mean stands for the sum: the coefficient takes the factor 4.
/// </summary>
[AvgPool(2)] [DepthwiseConv(1)] [Squash]
public sealed class SubSamplingAttribute : BlockAttribute;
