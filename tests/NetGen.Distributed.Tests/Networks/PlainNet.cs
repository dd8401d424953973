namespace NetGen.Distributed.Tests;

/// <summary>A step of one phase.</summary>
[Input(2, 8, 8)]
[Conv(8, 3, Pad = 1)]
[ReLU]
[MaxPool(2)]
[Flatten]
[Dense(600)]
[Dropout(0.5f)]
[Tanh]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class PlainNet;
