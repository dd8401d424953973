namespace NetGen.Distributed.Tests;

/// <summary>A step of many phases: batch norms, a residual addition, dropout.</summary>
[Input(2, 8, 8)]
[Conv(16, 3, Pad = 1, Bias = false)]
[BatchNorm]
[ReLU]
[ResBlock]
[Conv(32, 3, Pad = 1, Stride = 2, Bias = false)]
[BatchNorm]
[ReLU]
[Dropout(0.25f)]
[GlobalAvgPool]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class NormNet;
