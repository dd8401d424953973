namespace NetGen.Zoo;

/// <summary>
/// What Inception-v2 has before its blocks: a 7×7 convolution, separated into one a channel with a multiplier of 8 and a 1×1 one over all (figure 5's
/// footnote), a 1×1 and a 3×3 convolution, and two max pools. (C, H, W) to (192, H / 8, W / 8), rounded up. Ioffe and Szegedy 2015.
/// </summary>
[DepthwiseConv(7, Multiplier = 8, Stride = 2, Pad = 3, Bias = false, Name = "depthwise")]
[InceptionConv(64, 1, 1, Name = "conv1")]
[MaxPool(3, Stride = 2, Pad = 1)]
[InceptionConv(64, 1, 1, Name = "conv2_reduce")]
[InceptionConv(192, 3, 3, Name = "conv2")]
[MaxPool(3, Stride = 2, Pad = 1)]
public sealed class InceptionV2StemAttribute : BlockAttribute;
