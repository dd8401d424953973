namespace NetGen.TensorBoard.Tests;

/// <summary>A small classifier.</summary>
[Input(2)]
[Dense(3)]
[SoftmaxCrossEntropy]
internal sealed partial class TinyNet;
