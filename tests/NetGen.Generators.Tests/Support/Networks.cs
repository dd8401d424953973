using NetGen.Generators.IR;
using NetGen.Generators.Tests.Limits;
using NetGen.Generators.Tests.Planning;
using NetGen.Generators.Tests.Snapshots;
using Shouldly;

namespace NetGen.Generators.Tests.Support;

/// <summary>Networks for tests of what holds in every plan: together they have every kernel, most in both forms, and values that share memory in all ways.</summary>
internal static class Networks
{
    private static readonly string[] s_own =
    [
        DeepNets.ResNet50,
        "[Input(3, 32, 32)] [Conv(16, 3, Pad = 1)] [ReLU] [Conv(16, 3, Pad = 2)] [LeakyReLU(0.1f)] [Conv(16, 3, Stride = 2)] [Conv(32, 3, Groups = 4)] [BatchNorm] [Sigmoid] [MaxPool(2)] [Conv(20, 3, Dilation = 2)] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]",
        "[Input(3, 32, 32)] [Conv(16, 3, Pad = 1)] [ELU(0.5f)] [ELU(0.25f)] [DepthwiseConv(3, Pad = 1)] [DepthwiseConv(3, Pad = 1, Stride = 2)] [AvgPool(2)] [MaxPool(3, Stride = 1, Pad = 1)] [LocalResponseNorm(3)] [GroupNorm(4)] [LayerNorm] [Upsample(2)] [Crop(1)] [ZeroPad(2)] [ConvTranspose(8, 2, Stride = 2)] [GlobalMaxPool] [Dropout(0.1f)] [Dropout(0.2f)] [Dense(4)] [MeanSquaredError]",

        // Layers of many weights, which are not packed in training, with and without what they take in.
        "[Input(512)] [Dense(512)] [ReLU] [Dropout(0.5f)] [Dense(512, Bias = false)] [LeakyReLU(0.2f)] [Dense(600)] [BatchNorm] [Dense(10)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]",

        // Convolutions of many weights between norms, whose gradients are summed over the batch.
        "[Input(2, 6, 5)] [Conv(96, 3, Pad = 1)] [BatchNorm] [ReLU] [Conv(128, 3, Pad = 1)] [ReLU] [Conv(130, 3, Stride = 2, Pad = 1)] [BatchNorm] [Conv(800, 1)] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]",

        // Depthwise layers that loop, and several outputs a channel.
        "[Input(5, 16, 16)] [DepthwiseConv(3, Multiplier = 2, Pad = 1)] [BatchNorm] [ReLU] [DepthwiseConv(12, Pad = 6)] [ReLU] [DepthwiseConv(3, Stride = 5)] [GlobalMaxPool] [Huber(Delta = 0.5f)]",

        // A depthwise layer of many values, which the layer behind it computes as well.
        "[Input(16, 64, 64)] [DepthwiseConv(3, Pad = 1)] [BatchNorm] [ReLU] [Conv(20, 1)] [GlobalMaxPool] [Dense(4)] [MeanSquaredError]",

        // Joined values, heads, tags, shared parameters, and values that several layers read.
        "[Input(3, 8, 8)] [Input(8, Name = \"style\")] [Conv(8, 3, Pad = 1)] [PReLU] [Tag(\"a\")] [Conv(8, 3, Pad = 1, Share = \"s\")] [Conv(8, 3, Pad = 1, Share = \"s\")] [SiLU] [Concat(\"a\")] [PadChannels(2, 6)] [Tag(\"b\")] [Conv(24, 3, Pad = 1)] [Add(\"b\")] [ReLU] [Tag(\"c\")] [Softmax] [Conv(8, 1)] [AvgPool(2)] [Output(\"aux\", Weight = 0.3f)] [From(\"c\")] [Conv(8, 1)] [Multiply(\"style\")] [Tanh] [AvgPool(3, Stride = 2, Pad = 1)] [LogSoftmax] [BinaryCrossEntropy]",
        "[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [BatchNorm] [GELU] [Tag(\"a\")] [GlobalAvgPool] [Dense(8)] [HardSwish] [Multiply(\"a\")] [Conv(8, 3, Pad = 1)] [Upsample(2, Mode = UpsampleMode.Bilinear)] [Softplus] [AdaptiveAvgPool(3, 5)] [Reshape(15, 8, 1)] [Flatten] [Tanh(Scale = 1.7159f, Slope = 0.6666667f)] [RadialBasis(4)]",
        "[Input(64)] [Reshape(16, 2, 2)] [ConvTranspose(8, 4, Stride = 2, Pad = 1)] [BatchNorm] [ReLU] [ConvTranspose(3, 4, Stride = 4)] [Conv(3, 3, Pad = 1)] [MaxPool(3, Stride = 2)] [AvgPool(3, Stride = 2, CeilMode = true)] [Conv(4, 5, Pad = 3, Stride = 5, Dilation = 2)]",

        // Values put back by the places of a pool whose windows loop, and one whose windows reach over the edge.
        "[Input(3, 14, 14)] [Conv(8, 3, Pad = 1)] [MaxPool(7)] [Tag(\"a\")] [Conv(8, 3, Pad = 1)] [MaxUnpool(\"a\")] [MaxPool(2, Pad = 1)] [Tag(\"b\")] [MaxUnpool(\"b\")] [InstanceNorm(Affine = true)] [Conv(12, 3, Pad = 1)] [InstanceNorm] [ReLU6] [PixelShuffle(2)] [Conv(3, 3, Pad = 1)] [SmoothL1(Beta = 0f)]",

        // Labels that count for nothing, also for an output beside the model's, and regions that may overlap.
        "[Input(3, 4, 4)] [Conv(8, 3, Pad = 1)] [Output(\"aux\", Weight = 0.3f)] [Tanh] [Conv(8, 3, Pad = 1)] [SoftmaxCrossEntropy(IgnoreIndex = -100)]",
        "[Input(3, 4, 4)] [Conv(8, 3, Pad = 1)] [Dice(Sigmoid = true)]",

        // A value that is read for the places of a pool alone, before and behind parameters.
        "[Input(2, 4, 4)] [Tag(\"x\")] [Conv(3, 3, Pad = 1)] [MaxPool(2)] [Tag(\"p\")] [From(\"x\")] [Conv(3, 2, Stride = 2)] [MaxUnpool(\"p\")]",

        // Regions of an image, with boxes from an input: a sequence of them, with losses of each.
        "[Input(3, 8, 8)] [Input(5, 4, Name = \"boxes\")] [Conv(20, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag(\"map\")] [RoIAlign(2, 2, \"boxes\", Aligned = true)] [Tag(\"a\")] [From(\"map\")] [RoIPool(2, 2, \"boxes\", SpatialScale = 0.5f)] [Concat(\"a\")] [Dense(8)] [ReLU] [Dense(3)] [SoftmaxCrossEntropy(IgnoreIndex = -1)]",

        // Recurrent layers: of several steps, of two and of one, with the states of all steps and with the last; losses of each step.
        "[Input(6, 5)] [LSTM(20, ReturnSequences = true)] [Tag(\"x\")] [LSTM(20, ReturnSequences = true)] [Add(\"x\")] [GRU(7, ReturnSequences = true)] [SimpleRNN(33, ReturnSequences = true)] [Dense(4)] [SoftmaxCrossEntropy]",
        "[Input(2, 5)] [LSTM(3, ReturnSequences = true)] [GRU(4, ReturnSequences = true)] [SimpleRNN(3, ReturnSequences = true)] [GlobalMaxPool] [Dense(2)] [MeanSquaredError]",
        "[Input(1, 5)] [LSTM(3, ReturnSequences = true)] [GRU(4, ReturnSequences = true)] [SimpleRNN(3, ReturnSequences = true)] [MeanSquaredError]",
        "[Input(3, 5)] [LSTM(3, ReturnSequences = true)] [GRU(4, ReturnSequences = true)] [SimpleRNN(3, ReturnSequences = true)] [Huber]",
        "[Input(4, 5)] [SimpleRNN(6, ReturnSequences = true)] [Dense(3)] [SoftmaxCrossEntropy(IgnoreIndex = -100, ClassWeights = \"1, 2, 0.5\")]",
        "[Input(3, 5)] [SimpleRNN(3, ReturnSequences = true)] [SmoothL1]",
        "[Input(6, 5)] [SimpleRNN(7, ReturnSequences = true)] [Tag(\"x\")] [Dense(4)] [Output(\"letters\", Targets = true)] [CTC(ZeroInfinity = true)] [From(\"x\")] [Dense(3)] [CTC]",

        // Sequences that have steps of their own number, with the states of all steps and with the last, of many steps and of two; states that are given and computed.
        "[Input(6, 5)] [Input(1, Name = \"n\")] [LSTM(20, ReturnSequences = true, Lengths = \"n\")] [GRU(7, ReturnSequences = true, Lengths = \"n\")] [SimpleRNN(33, ReturnSequences = true, Lengths = \"n\")] [Dense(4)] [SoftmaxCrossEntropy(IgnoreIndex = -1)]",
        "[Input(6, 5)] [Input(1, Name = \"n\")] [Tag(\"x\")] [LSTM(9, Lengths = \"n\")] [Tag(\"a\")] [From(\"x\")] [GRU(9, Lengths = \"n\")] [Tag(\"b\")] [From(\"x\")] [SimpleRNN(9, Lengths = \"n\")] [Add(\"a\", \"b\")] [MeanSquaredError]",
        "[Input(2, 5)] [Input(1, Name = \"n\")] [LSTM(3, ReturnSequences = true, Lengths = \"n\")] [GRU(4, Lengths = \"n\")]",
        "[Input(8)] [Input(9, Name = \"c\")] [Input(4, 5, Name = \"x\")] [Input(1, Name = \"n\")] [Dense(9)] [Tag(\"h\")] [From(\"x\")] [LSTM(9, ReturnSequences = true, InitialState = \"h\", InitialCell = \"c\", Lengths = \"n\")] [LSTM(9, ReturnSequences = true, InitialCell = \"c\")] [GRU(9, ReturnSequences = true, InitialState = \"h\")] [SimpleRNN(9, InitialState = \"h\")]",

        // One step at a time, with more weights than a cache holds.
        "[Input(3, 150, Stepwise = true)] [LSTM(200, ReturnSequences = true)] [Dense(4)] [SoftmaxCrossEntropy]",

        // Pools over the steps that each sequence has.
        "[Input(5, 18)] [Input(1, Name = \"n\")] [Dense(20)] [Tag(\"x\")] [GlobalAvgPool(Lengths = \"n\")] [Tag(\"a\")] [From(\"x\")] [GlobalMaxPool(Lengths = \"n\")] [Add(\"a\")] [MeanSquaredError]",

        "[Input(6, 5)] [Input(1, Name = \"n\")] [Input(1, Name = \"m\")] [Dense(4)] [Output(\"letters\", Targets = true)] [CTC(Lengths = \"m\")] [Dense(3)] [CTC(Lengths = \"n\")]",

        // Sums and products of a vector, a map, a row and a number with an image, either way round.
        "[Input(3, 4, 5)] [Tag(\"x\")] [GlobalAvgPool] [Dense(1)] [Tag(\"number\")] [Dense(3)] [Add(\"x\", \"number\")] [Tag(\"y\")] [Conv(1, 1)] [Multiply(\"y\")] [Tag(\"z\")] [Conv(3, 4, 1)] [Tag(\"row\")] [From(\"z\")] [Add(\"row\")] [Slice(1, 2)] [MeanSquaredError]",

        // Convolutions and pools over steps, between recurrent layers: with the zeros that they read around copies, with a stride over steps that nothing reads, and with none.
        "[Input(9, 5)] [Conv1D(20, 3, Pad = 1)] [ReLU] [LSTM(8, ReturnSequences = true)] [Tag(\"x\")] [Conv1D(8, 1)] [Add(\"x\")] [Conv1D(6, 2, Stride = 3, PadBefore = 1)] [GRU(4, ReturnSequences = true)] [Conv1D(4, 2, Dilation = 2, Groups = 2)] [SoftmaxCrossEntropy]",
        "[Input(9, 5)] [Conv1D(20, 3, Pad = 1)] [MaxPool1D(3, Stride = 2, Pad = 1)] [LSTM(8, ReturnSequences = true)] [AvgPool1D(3, Stride = 1, Pad = 1)] [MaxPool1D(2, CeilMode = true)] [SoftmaxCrossEntropy]",

        // Outputs with targets of their own, in every kernel of a loss whose samples may count differently; outputs of a model without a loss, of which two are the same value.
        "[Input(3, 4, 4)] [Conv(8, 3, Pad = 1)] [ReLU] [Tag(\"x\")] [Conv(4, 1)] [Output(\"mask\", Targets = true)] [SoftmaxCrossEntropy(IgnoreIndex = 9, ClassWeights = \"1, 2, 0.5, 1\")] [From(\"x\")] [Conv(3, 1)] [Output(\"depth\", Targets = true, Weight = 0.5f)] [Huber] [From(\"x\")] [Conv(2, 1)] [Output(\"area\", Targets = true)] [Dice] [From(\"x\")] [GlobalAvgPool] [Dense(4)] [Output(\"box\", Targets = true)] [SmoothL1] [From(\"x\")] [GlobalAvgPool] [Dense(5)] [Output(\"kind\", Targets = true)] [SoftmaxCrossEntropy] [From(\"x\")] [GlobalAvgPool] [Dense(5)] [Output(\"aux\", Weight = 0.3f)] [MeanSquaredError] [MeanSquaredError]",
        "[Input(3, 4, 4)] [Output(\"raw\")] [Conv(8, 3, Pad = 1)] [BatchNorm] [ReLU] [Output(\"early\")] [MaxPool(2)] [Conv(8, 3, Pad = 1)] [Output(\"late\")] [Output(\"again\")]",

        // Words, two layers of which share a table, and sequences that begin with a vector and with another sequence.
        "[Input(7)] [Input(4, Name = \"words\")] [Input(3, Name = \"more\")] [Dense(20)] [Tag(\"v\")] [From(\"more\")] [Embedding(9, 20, Share = \"e\")] [Tag(\"a\")] [From(\"words\")] [Embedding(9, 20, Share = \"e\")] [Prepend(\"v\", \"a\")] [LSTM(18, ReturnSequences = true)] [Dense(4)] [SoftmaxCrossEntropy(IgnoreIndex = 0)]",

        // Images of one pixel, forward and backward.
        "[Input(16, 1, 1)] [Conv(16, 3, Pad = 2)] [Conv(16, 3)] [Flatten] [Dense(16)]",
        "[Input(3, 4, 4)] [LeakyReLU(0.3f)] [Sigmoid] [Conv(8, 3, Pad = 1)] [Dropout(0.3f)] [Conv(8, 3, Pad = 1)] [Tag(\"x\")] [LeakyReLU] [Add(\"x\", \"x\")] [LocalResponseNorm(5)] [LayerNorm] [GroupNorm(2)]",

        // Layers before the first parameters, whose gradients nobody needs but who wants those by the inputs.
        "[Input(3, 4, 4)] [Tag(\"x\")] [Sigmoid] [Add(\"x\")] [ReLU] [Conv(8, 3)] [MeanSquaredError]",
    ];

    /// <summary>The layers of each, with those of the ops' snapshots.</summary>
    public static IEnumerable<string> All =>
    [
        .. s_own,
        .. ((IEnumerable<object[]>)SharedMemoryTests.Networks).Select(row => (string)row[0]),
        .. ((IEnumerable<object[]>)SnapshotTests.Ops).Select(row => (string)row[1]),
    ];

    /// <summary>The same layers with a tag behind the inputs that has a gradient.</summary>
    public static string Explained(string layers)
    {
        int place = layers.LastIndexOf("[Input(", StringComparison.Ordinal);
        return layers.Insert(layers.IndexOf(']', place) + 1, " [Tag(\"explained\", Gradient = true)]");
    }

    /// <summary>The plans of these layers.</summary>
    public static ModelPlan Plan(string layers)
    {
        CompiledModel model = Compiler.Compile(Models.Parse(Sources.Net(layers)));
        model.Problems.ShouldBeEmpty(layers);
        return model.Plan.ShouldNotBeNull();
    }
}
