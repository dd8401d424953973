namespace NetGen.TensorBoard.Tests;

/// <summary>A number, and a class with targets of its own.</summary>
[Input(2)]
[Tag("trunk")]
[Dense(3)] [Output("kind", Targets = true)] [SoftmaxCrossEntropy]
[From("trunk")] [Dense(1)] [MeanSquaredError]
internal sealed partial class HeadNet;
