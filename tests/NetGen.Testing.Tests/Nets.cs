using NetGen;

namespace NetGen.Testing.Tests;

/// <summary>A classifier with kinks, windows and parameters of two kinds.</summary>
[Input(2, 6, 6)] [Conv(4, 3, Pad = 1)] [ReLU] [MaxPool(2)] [Flatten] [Dense(3)] [SoftmaxCrossEntropy]
public sealed partial class SmallNet;

/// <summary>A model with a norm, whose running statistics training changes, and float targets.</summary>
[Input(8)] [Dense(6)] [BatchNorm] [Tanh] [Dense(2)] [MeanSquaredError]
public sealed partial class NormNet;

/// <summary>A model without a loss.</summary>
[Input(5)] [Dense(4)] [Sigmoid]
public sealed partial class OpenNet;

/// <summary>Kinks everywhere: a step as large as this leaves no value away from one.</summary>
[Input(40)] [Dense(200)] [ReLU] [Dense(200)] [ReLU] [Dense(200)] [ReLU] [Dense(2)] [SoftmaxCrossEntropy]
public sealed partial class KinkedNet;
