namespace NetGen.Distributed.Tests;

/// <summary>Labels that count differently: some are left out, and classes have weights.</summary>
[Input(2, 8, 8)]
[Conv(8, 3, Pad = 1)]
[ReLU]
[Conv(3, 1)]
[SoftmaxCrossEntropy(IgnoreIndex = 255, ClassWeights = "1, 2, 0.5")]
internal sealed partial class PixelNet;
