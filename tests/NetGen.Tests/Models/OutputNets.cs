namespace NetGen.Tests.Models;

/// <summary>Classes and boxes, with everything whose bits could depend on threads: a batch norm, dropout, samples that count differently.</summary>
[Input(3, 8, 7)]
[Conv(18, 3, Pad = 1)] [BatchNorm] [ReLU] [MaxPool(2)] [Flatten] [Dropout(0.2f)] [Tag("trunk")]
[Dense(4)] [Output("box", Targets = true, Weight = 0.5f)] [SmoothL1]
[From("trunk")] [Dense(5)] [SoftmaxCrossEntropy]
public sealed partial class DetectorNet;

/// <summary>The same without a norm, so that a step is one phase.</summary>
[Input(6)]
[Dense(20)] [ReLU] [Tag("trunk")]
[Dense(4)] [Output("kind", Targets = true)] [SoftmaxCrossEntropy(IgnoreIndex = -1)]
[From("trunk")] [Dense(2)] [MeanSquaredError]
public sealed partial class TwoTargetsNet;

/// <summary>A variational autoencoder's first half: means, and logarithms of variances.</summary>
[Input(6)]
[Dense(16)] [Tanh] [Tag("h")]
[Dense(3)] [Output("log_variance")]
[From("h")] [Dense(3)]
public sealed partial class EncoderNet;

/// <summary>Makes pictures of noise.</summary>
[Input(5)]
[Dense(8 * 3 * 3)] [Reshape(8, 3, 3)] [BatchNorm] [SiLU]
[ConvTranspose(2, 4, Stride = 2, Pad = 1)] [Tanh]
public sealed partial class GeneratorNet;

/// <summary>Tells pictures from made ones.</summary>
[Input(2, 6, 6)]
[Conv(8, 3, Stride = 2, Pad = 1)] [SiLU] [Flatten]
[Dense(1)] [BinaryCrossEntropy]
public sealed partial class DiscriminatorNet;

/// <summary>A class at each pixel, and one of the whole image.</summary>
[Input(1, 2, 2)]
[Tag("image")]
[Flatten] [Dense(3)] [Output("scene", Targets = true)] [SoftmaxCrossEntropy]
[From("image")] [Conv(2, 1)] [SoftmaxCrossEntropy]
public sealed partial class SceneNet;

/// <summary>A class at each pixel, and two values of the whole image.</summary>
[Input(1, 2, 2)]
[Tag("image")]
[Flatten] [Dense(2)] [Output("scale", Targets = true)] [MeanSquaredError]
[From("image")] [Conv(2, 1)] [SoftmaxCrossEntropy]
public sealed partial class ScaleNet;
