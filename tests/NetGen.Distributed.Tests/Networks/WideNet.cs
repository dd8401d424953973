namespace NetGen.Distributed.Tests;

/// <summary>Images wait nowhere for each other, but two thirds of the gradients are whole long before the last: a step of three phases.</summary>
[Input(2, 8, 8)]
[Conv(16, 3, Pad = 1)]
[Tanh]
[MaxPool(2)]
[Flatten]
[Dense(1000)]
[Tanh]
[Dense(600)]
[Dropout(0.5f)]
[Tanh]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class WideNet;
