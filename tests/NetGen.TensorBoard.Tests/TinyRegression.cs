namespace NetGen.TensorBoard.Tests;

/// <summary>A model without classes.</summary>
[Input(2)]
[Dense(1)]
[MeanSquaredError]
internal sealed partial class TinyRegression;
