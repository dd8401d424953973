using NetGen;

namespace CifarFast;

/// <summary>A frozen convolution that whitens patches of 2×2 pixels, and three pairs of convolutions, of which the first of each halves the map.</summary>
/// <remarks>
/// Jordan 2024, "94% on CIFAR-10 in 3.29 Seconds on a Single GPU" (arXiv 2404.00498), but for the maps: where a map of 31 pixels is halved, it is rounded up, so that 16, 8
/// and 4 follow instead of 15, 7 and 3. Winograd's tiles of 4×4 cost the same for both.
/// </remarks>
[Input(3, 32, 32)]
[Conv(24, 2, Name = "whitening")] [GELU]
[Conv(64, 3, Pad = 1, Bias = false)] [MaxPool(2, CeilMode = true)] [BatchNorm(Momentum = 0.4f)] [GELU]
[Conv(64, 3, Pad = 1, Bias = false)] [BatchNorm(Momentum = 0.4f)] [GELU]
[Conv(256, 3, Pad = 1, Bias = false)] [MaxPool(2)] [BatchNorm(Momentum = 0.4f)] [GELU]
[Conv(256, 3, Pad = 1, Bias = false)] [BatchNorm(Momentum = 0.4f)] [GELU]
[Conv(256, 3, Pad = 1, Bias = false)] [MaxPool(2)] [BatchNorm(Momentum = 0.4f)] [GELU]
[Conv(256, 3, Pad = 1, Bias = false)] [BatchNorm(Momentum = 0.4f)] [GELU]
[GlobalMaxPool]
[Dense(10, Bias = false, Name = "head")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2f)]
public sealed partial class FastNet;
