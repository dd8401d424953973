namespace NetGen.Distributed.Tests;

/// <summary>Weights divided by their spectral norms, whose gradients are turned after the ranks' sum; one of them is read as it lies.</summary>
[Input(2, 8, 8)]
[Conv(8, 3, Pad = 1, SpectralNorm = true)]
[LeakyReLU(0.1f)]
[Flatten]
[Dense(600, SpectralNorm = true)]
[Tanh]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class SpectralNet;
