namespace NetGen.Bench.Models;

/// <summary>Ten convolutions, three of them with a stride and without a border, and a dense layer: <c>ablation-base</c> of the peers.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [ReLU]
[Conv(64, 3, Pad = 1)] [ReLU]
[Conv(64, 3, Pad = 1)] [ReLU]
[Conv(64, 3, Stride = 2)] [ReLU]
[Conv(128, 3, Pad = 1)] [ReLU]
[Conv(128, 3, Pad = 1)] [ReLU]
[Conv(128, 3, Stride = 2)] [ReLU]
[Conv(256, 3, Pad = 1)] [ReLU]
[Conv(256, 3, Pad = 1)] [ReLU]
[Conv(256, 3, Stride = 2)] [ReLU]
[Flatten]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class AblationBase;
