namespace NetGen.Bench.Models;

/// <summary>LeCun et al. 1998 with plain average pools and a dense output: <c>lenet5</c> of the peers.</summary>
[Input(1, 32, 32)]
[Conv(6, 5)] [Tanh]
[AvgPool(2)]
[Conv(16, 5)] [Tanh]
[AvgPool(2)]
[Conv(120, 5)] [Tanh]
[Flatten]
[Dense(84)] [Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class LeNet5;
