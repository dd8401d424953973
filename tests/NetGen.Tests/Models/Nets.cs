namespace NetGen.Tests.Models;

/// <summary>A convolutional net with everything whose bits could depend on the threads: batch norms, dropout, a shortcut.</summary>
[Input(3, 9, 8)]
[Conv(18, 3, Pad = 1)] [BatchNorm] [ReLU]
[ResBlock]
[MaxPool(2)]
[Conv(20, 3)] [ReLU] [Dropout(0.3f)]
[GlobalAvgPool]
[Dense(5)]
[SoftmaxCrossEntropy]
public sealed partial class ThreadedNet;

/// <summary>Layers that are worth sharing out among threads, by every algorithm, with small ones between them, a shortcut and tags.</summary>
[Input(5, 22, 18)]
[Conv(48, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag("first")]
[ResBlock]
[DepthwiseConv(3, Pad = 1)]
[Conv(80, 3, Algorithm = ConvAlgorithm.Winograd2)]
[Conv(176, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [LeakyReLU(0.1f)]
[MaxPool(2)]
[Conv(160, 3, Groups = 2, Pad = 1)] [ReLU]
[Conv(200, 3, Stride = 2)] [Tag("late")]
[ConvTranspose(64, 3, Stride = 2)]
[Conv(96, 1)] [Conv(32, 1)]
[Flatten] [Dense(300)] [ReLU]
[Dense(20)]
public sealed partial class TeamNet;

/// <summary>Many weights beside few values, so that threads share layers for several images each; the second convolution goes point by point.</summary>
[Input(3, 9, 10)]
[Conv(320, 3, Pad = 1)] [ReLU]
[Conv(264, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [BatchNorm] [ReLU]
[MaxPool(2)]
[Flatten] [Dense(300)] [ReLU]
[Dense(7)]
public sealed partial class SharedWeightsNet;

/// <summary>Recurrent layers whose steps are worth sharing out among threads, one of too few units for it, and something that sequences begin with.</summary>
[Input(90)] [Input(4, 90, Name = "steps", Stepwise = true)]
[Dense(300)] [Tanh] [Tag("start")]
[From("steps")]
[LSTM(300, ReturnSequences = true, InitialState = "start")]
[GRU(250, ReturnSequences = true)]
[SimpleRNN(40, ReturnSequences = true)]
[Dense(7)]
public sealed partial class SharedStepNet;

/// <summary>Sums that a prediction computes as one of their summands, by every algorithm, with and without an activation behind them.</summary>
[Input(5, 14, 15)]
[Conv(64, 3, Pad = 1)] [ReLU] [Tag("a")]
[Conv(64, 1)] [Add("a")] [ReLU] [Tag("b")]
[Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd2)] [BatchNorm] [Add("b")] [LeakyReLU(0.1f)] [Tag("c")]
[Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [Add("c")]
[Conv(70, 3, Stride = 2, Pad = 1, Algorithm = ConvAlgorithm.Direct)] [ReLU] [Tag("d")]
[Conv(70, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct)] [BatchNorm] [Tag("e")]
[From("d")] [Conv(70, 1)] [Add("e")] [LeakyReLU(0.2f)]
[MaxPool(7)] [Tag("f")]
[Conv(70, 1)] [Add("f")] [ReLU]
[Flatten] [Dense(9)]
public sealed partial class SumNet;

/// <summary>The same with a tag on each such summand, which keeps it as it is.</summary>
[Input(5, 14, 15)]
[Conv(64, 3, Pad = 1)] [ReLU] [Tag("a")]
[Conv(64, 1)] [Tag("s1")] [Add("a")] [ReLU] [Tag("b")]
[Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd2)] [BatchNorm] [Tag("s2")] [Add("b")] [LeakyReLU(0.1f)] [Tag("c")]
[Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [Tag("s3")] [Add("c")]
[Conv(70, 3, Stride = 2, Pad = 1, Algorithm = ConvAlgorithm.Direct)] [ReLU] [Tag("d")]
[Conv(70, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct)] [BatchNorm] [Tag("e")]
[From("d")] [Conv(70, 1)] [Tag("s4")] [Add("e")] [LeakyReLU(0.2f)]
[MaxPool(7)] [Tag("f")]
[Conv(70, 1)] [Tag("s5")] [Add("f")] [ReLU]
[Flatten] [Dense(9)]
public sealed partial class TaggedSumNet;

/// <summary>Without batch norms a step is one phase, which streams chunk by chunk.</summary>
[Input(2, 7, 7)]
[Conv(16, 3)] [ReLU] [Dropout(0.5f)]
[Flatten]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class StreamingNet;

/// <summary>Dense layers of over 256 Ki weights, whose gradient is computed over the whole batch; one phase.</summary>
[Input(2, 12, 12)]
[Conv(6, 3)] [ReLU]
[Flatten]
[Dense(513)] [ReLU] [Dropout(0.5f)]
[Dense(515)] [ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class WideNet;

/// <summary>The same where batch norms end phases.</summary>
[Input(2, 12, 12)]
[Conv(6, 3)] [BatchNorm] [ReLU]
[Flatten]
[Dense(500)] [BatchNorm] [ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class WideNormNet;

/// <summary>Convolutions of so many weights that their gradients are summed over the whole batch, in Winograd's form and directly.</summary>
[Input(2, 6, 5)]
[Conv(96, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(128, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(130, 3, Stride = 2, Pad = 1)] [ReLU] [Conv(800, 1)] [BatchNorm]
[GlobalAvgPool]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class ManyWeightsNet;

/// <summary>A small classifier of features.</summary>
[Input(6)]
[Dense(32)] [ReLU]
[Dense(4)]
[SoftmaxCrossEntropy]
public sealed partial class Classifier;

/// <summary>A small regression.</summary>
[Input(6)]
[Dense(24)] [Tanh]
[Dense(2)]
[MeanSquaredError]
public sealed partial class Regression;

/// <summary>A model without a loss.</summary>
[Input(2, 4, 4)]
[Conv(3, 3)] [ReLU]
public sealed partial class Features;

/// <summary>Labels a pixel.</summary>
[Input(2, 4, 4)]
[Conv(3, 3, Pad = 1)]
[SoftmaxCrossEntropy]
public sealed partial class Segmenter;

/// <summary>A classifier of the plane for the trainer.</summary>
[Input(2)]
[Dense(16)] [BatchNorm] [ReLU] [Dropout(0.1f)]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class PlaneNet;

/// <summary>Two auxiliary classifiers, one before a batch norm and one after.</summary>
[Input(2, 8, 7)]
[Conv(18, 3)] [ReLU] [Tag("early")]
[GlobalAvgPool] [Dense(5)] [Output("aux1", Weight = 0.3f)]
[From("early")] [Conv(16, 3)] [BatchNorm] [ReLU] [Tag("late")]
[GlobalMaxPool] [Dropout(0.2f)] [Dense(5)] [Output("aux2")] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]
[From("late")] [Flatten]
[Dense(5)]
[SoftmaxCrossEntropy]
public sealed partial class HeadedNet;

/// <summary>Features at two places, and a head that predictions do without.</summary>
[Input(2, 8, 7)]
[Conv(18, 3)] [Tag("conv")] [ReLU]
[MaxPool(2)] [Tag("pooled")]
[GlobalAvgPool] [Dense(3)] [Tag("hidden")] [ReLU] [Add("hidden")] [Output("aux")]
[From("pooled")] [Flatten]
[Dense(3)]
[MeanSquaredError]
public sealed partial class TaggedNet;
