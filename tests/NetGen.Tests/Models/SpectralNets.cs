namespace NetGen.Tests.Models;

/// <summary>Weights divided by their spectral norms, of every kind: one is packed for Winograd, one is read as it lies, one is divided among groups.</summary>
[Input(3, 8, 8)]
[Conv(16, 3, Pad = 1, SpectralNorm = true)] [LeakyReLU(0.1f)]
[Conv(16, 3, Pad = 1, SpectralNorm = true, Algorithm = ConvAlgorithm.Winograd4)] [Tanh]
[DepthwiseConv(3, Pad = 1, SpectralNorm = true)]
[ConvTranspose(8, 4, Stride = 2, Pad = 1, Groups = 2, SpectralNorm = true)] [Tanh]
[Flatten]
[Dense(300, SpectralNorm = true)] [Tanh]
[Dense(4, SpectralNorm = true)]
[SoftmaxCrossEntropy]
public sealed partial class SpectralNet;

/// <summary>One matrix.</summary>
[Input(20)]
[Dense(12, SpectralNorm = true)]
public sealed partial class SpectralMatrixNet;

/// <summary>A norm that is folded into the convolution before it.</summary>
[Input(3, 6, 6)]
[Conv(8, 3, SpectralNorm = true)] [BatchNorm] [ReLU]
[GlobalAvgPool]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class SpectralNormedNet;

/// <summary>The same with a plain weight.</summary>
[Input(3, 6, 6)]
[Conv(8, 3)] [BatchNorm] [ReLU]
[GlobalAvgPool]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class PlainNormedNet;

/// <summary>Filters that read some channels alone.</summary>
[Input(3, 5, 5)]
[Conv(2, 3, Connections = "0,1; 2", SpectralNorm = true)]
[Flatten] [Dense(2)]
[SoftmaxCrossEntropy]
public sealed partial class SparseSpectralNet;

/// <summary>Two uses of one weight.</summary>
[Input(6)]
[Tag("x")] [Dense(6, Share = "step", SpectralNorm = true)] [Tanh] [Dense(6, Share = "step", SpectralNorm = true)] [Add("x")]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class SharedSpectralNet;
