namespace NetGen.Fuzz;

/// <summary>All that a step keeps from one to the next: running statistics, a count of steps for dropout.</summary>
[Input(2, 6, 6)]
[Conv(6, 3)] [BatchNorm] [ReLU] [Dropout(0.3f)]
[Flatten]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class StressConv;

/// <summary>A step of one phase.</summary>
[Input(10)]
[Dense(24)] [ReLU] [Dropout(0.2f)]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class StressDense;
