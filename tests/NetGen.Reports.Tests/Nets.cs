namespace NetGen.Reports.Tests;

/// <summary>A small classifier of colour images.</summary>
[Input(3, 8, 8)]
[Conv(4, 3, Pad = 1)] [ReLU] [Tag("maps", Gradient = true)]
[MaxPool(2)]
[Flatten]
[Dense(3)]
[SoftmaxCrossEntropy]
internal sealed partial class TinyNet;

/// <summary>A small network of numbers, without classes.</summary>
[Input(2)]
[Dense(1)]
[MeanSquaredError]
internal sealed partial class LineNet;

/// <summary>Filters of two channels, more of them than a report shows.</summary>
[Input(2, 4, 4)]
[Conv(300, 2)]
[Flatten]
[Dense(2)]
[SoftmaxCrossEntropy]
internal sealed partial class TwoChannelNet;

/// <summary>A number, and a class with targets of its own.</summary>
[Input(2)]
[Tag("trunk")]
[Dense(3)] [Output("kind", Targets = true)] [SoftmaxCrossEntropy]
[From("trunk")] [Dense(1)] [MeanSquaredError]
internal sealed partial class HeadNet;
