namespace NetGen.Distributed.Tests;

/// <summary>Targets that are floats.</summary>
[Input(6)]
[Dense(16)]
[Tanh]
[Dense(2)]
[MeanSquaredError]
internal sealed partial class CurveNet;
