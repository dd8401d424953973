namespace NetGen.Samples.Tests;

/// <summary>Reads digits by nothing but weighed pixels.</summary>
[Input(1, 28, 28)] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]
public sealed partial class OneLayerJudge;
