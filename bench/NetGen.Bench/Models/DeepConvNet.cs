namespace NetGen.Bench.Models;

/// <summary>The digits sample's network: <c>deepconvnet</c> of the peers.</summary>
[Input(1, 28, 28)]
[Conv(16, 3, Pad = 1)] [ReLU]
[Conv(16, 3, Pad = 1)] [ReLU]
[MaxPool(2)]
[Conv(32, 3, Pad = 1)] [ReLU]
[Conv(32, 3, Pad = 2)] [ReLU]
[MaxPool(2)]
[Conv(64, 3, Pad = 1)] [ReLU]
[Conv(64, 3, Pad = 1)] [ReLU]
[MaxPool(2)]
[Flatten]
[Dense(50)] [ReLU] [Dropout(0.5f)]
[Dense(10)] [Dropout(0.5f)]
[SoftmaxCrossEntropy]
public sealed partial class DeepConvNet;
