namespace NetGen.Tests.Explaining;

/// <summary>A classifier with a tag that has a gradient, and one that has none.</summary>
[Input(3, 8, 8)]
[Conv(5, 3, Pad = 1)] [BatchNorm] [ReLU]
[MaxPool(2)]
[Conv(7, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag("last", Gradient = true)] [Dropout(0.5f)]
[MaxPool(2)] [Tag("small")]
[Flatten] [Tag("vector", Gradient = true)]
[Dense(4)]
[SoftmaxCrossEntropy]
public sealed partial class ExplainedNet;

/// <summary>The same without gradients by tags.</summary>
[Input(3, 8, 8)]
[Conv(5, 3, Pad = 1)] [BatchNorm] [ReLU]
[MaxPool(2)]
[Conv(7, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag("last")] [Dropout(0.5f)]
[MaxPool(2)] [Tag("small")]
[Flatten] [Tag("vector")]
[Dense(4)]
[SoftmaxCrossEntropy]
public sealed partial class PlainNet;

/// <summary>Every kernel that sums over parameters on the way back, and one that reads its weights in place.</summary>
[Input(3, 10, 9)]
[Conv(20, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag("early", Gradient = true)]
[ResBlock]
[GroupNorm(4)] [PReLU] [DepthwiseConv(3, Multiplier = 2, Pad = 1)] [LayerNorm]
[Conv(48, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [Tag("late", Gradient = true)] [ReLU]
[Flatten] [Dense(300)] [ReLU] [Dropout(0.5f)]
[Dense(5)]
public sealed partial class ExplainedMixture;

/// <summary>Its outputs are an image.</summary>
[Input(2, 4, 4)]
[Conv(3, 3, Pad = 1)] [ReLU] [Tag("hidden", Gradient = true)]
[Conv(2, 1)]
public sealed partial class ExplainedSegmenter;
