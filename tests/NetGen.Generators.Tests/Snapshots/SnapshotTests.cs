using Shouldly;

namespace NetGen.Generators.Tests.Snapshots;

/// <summary>
/// Emitted files, for reviewers: they guard readability more than results, so that nothing is shown twice. A network's snapshot holds its model's file; its
/// kernels are in their ops' snapshots, except those that only such a network has, and register tiles in one of their own.
/// </summary>
public sealed class SnapshotTests
{
    private const string Classifier = """
        namespace Nets;

        [Input(20)]
        [Dense(16)] [ReLU] [Dropout(0.2f)]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public sealed partial class Classifier;
        """;

    private const string SmallResNet = """
        namespace Nets;

        [Input(3, 8, 8)]
        [Conv(16, 3, Pad = 1)] [BatchNorm] [ReLU]
        [ResBlock]
        [MaxPool(2)]
        [GlobalAvgPool]
        [Dense(4)]
        [SoftmaxCrossEntropy]
        public sealed partial class SmallResNet;
        """;

    private const string Auxiliary = """
        namespace Nets;

        [Input(6)]
        [Dense(16)] [ReLU] [Tag("trunk")]
        [Dense(3)] [Output("aux1", Weight = 0.3f)]
        [From("trunk")] [Dense(16)] [ReLU]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public sealed partial class Auxiliary;
        """;

    private const string Detector = """
        namespace Nets;

        [Input(6)]
        [Dense(16, Init = Init.Normal, InitScale = 0.02f, SpectralNorm = true)] [ReLU] [Tag("trunk")]
        [Dense(4)] [Output("box", Targets = true, Weight = 0.5f)] [SmoothL1]
        [From("trunk")] [Dense(3, Init = Init.Orthogonal)]
        [SoftmaxCrossEntropy(IgnoreIndex = 9)]
        public sealed partial class Detector;
        """;

    private const string Encoder = """
        namespace Nets;

        [Input(7)]
        [Dense(3)] [Output("log_variance")] [Tanh]
        public sealed partial class Encoder;
        """;

    private const string Lengths = """
        namespace Nets;

        [Input(3, Name = "h")] [Input(4, 2, Name = "x")] [Input(1, Name = "n")]
        [From("x")] [SimpleRNN(3, Lengths = "n", InitialState = "h")]
        public sealed partial class Lengths;
        """;

    private const string Tagged = """
        namespace Nets;

        [Input(3, 8, 8)]
        [Conv(16, 3)] [Tag("raw")] [ReLU] [MaxPool(2)] [Tag("pooled")]
        [Flatten] [Dense(3)]
        public sealed partial class Tagged;
        """;

    private const string Explained = """
        namespace Nets;

        [Input(3, 8, 8)]
        [Conv(16, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag("early", Gradient = true)]
        [Conv(16, 3, Pad = 1)] [BatchNorm] [Add("early")] [ReLU] [Tag("last", Gradient = true)]
        [GlobalAvgPool] [Dropout(0.5f)]
        [Dense(4)]
        [SoftmaxCrossEntropy]
        public sealed partial class Explained;
        """;

    private const string Together = """
        namespace Nets;

        [Input(16, 24, 20)]
        [Conv(96, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct)] [ReLU] [Tag("early")]
        [Tag("x")] [Conv(96, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [Add("x")]
        [MaxPool(2)]
        [Conv(24, 3)] [GlobalAvgPool]
        [Dense(3)]
        public sealed partial class Together;
        """;

    private const string ManyWeights = """
        namespace Nets;

        [Input(96, 4, 4)]
        [Conv(160, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
        [Conv(640, 1)]
        public sealed partial class ManyWeights;
        """;

    private const string TwoInputs = """
        namespace Nets;

        [Input(3, 4, 4)] [Input(5, Name = "style")]
        [GlobalAvgPool] [Dense(5)] [Multiply("style")]
        [Dense(2)]
        [MeanSquaredError]
        public sealed partial class TwoInputs;
        """;

    private const string Recurrent = """
        namespace Nets;

        [Input(4, 5)]
        [LSTM(6, ReturnSequences = true)]
        [GRU(3)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public sealed partial class Recurrent;
        """;

    private const string Stepwise = """
        namespace Nets;

        [Input(7)] [Input(5, Name = "words", Stepwise = true)]
        [Dense(16)] [Tag("image")]
        [From("words")] [Embedding(9, 16)] [Prepend("image")]
        [LSTM(6, ReturnSequences = true)]
        [GRU(3, ReturnSequences = true)]
        [Dense(9)]
        [SoftmaxCrossEntropy]
        public sealed partial class Stepwise;
        """;

    private const string Sized = """
        namespace Nets;

        [Input(1, Dimension.Any, Dimension.Any, Sizes = "4x4, 4x6")]
        [Conv(2, 3)]
        [GlobalAvgPool]
        public sealed partial class Sized;
        """;

    /// <summary>
    /// Ops whose snapshots show all three forms of their kernels, one a family: dense arithmetic, what goes element by element, norms, windows, rows of
    /// classes, losses. The others' show AVX-512 alone, since a change of how forms are written shows here.
    /// </summary>
    private static readonly string[] s_inAllForms = ["Conv", "ReLU", "BatchNorm", "MaxPool", "Softmax", "SoftmaxCrossEntropy"];

    /// <summary>Ops whose snapshots show the kernels that bear their names alone: the others are products, as dense layers have them, or pools as without lengths.</summary>
    private static readonly string[] s_ownAlone = ["LSTM", "GRU", "SimpleRNN", "GlobalAvgPoolGradient_lengths"];

    /// <summary>The snapshot that shows a kernel, by the kernel's file.</summary>
    private static readonly Lazy<Dictionary<string, string>> s_shownBy = new(() =>
    {
        Dictionary<string, string> shownBy = new(StringComparer.Ordinal);
        foreach (object[] row in Ops)
        {
            string op = (string)row[0];
            foreach (string file in FilesOf(op, (string)row[1]).Keys.Where(f => SharedFiles.NameOf(f) == op || !shownBy.ContainsKey(f)))
            {
                shownBy[file] = op;
            }
        }

        return shownBy;
    });

    /// <summary>
    /// A tiny model for each op, and for a kind of input (<c>Op_Kind</c>) that takes other kernels. A kernel that several of them have is shown by the op
    /// of its name, else by the first.
    /// </summary>
    public static TheoryData<string, string> Ops => new()
    {
        { "Input", "[Input(3, 2, 2)] [Dropout(0)]" },
        { "Input_OfVectors", "[Input(5)] [Dropout(0)]" },
        { "Conv", "[Input(3, 4, 4)] [Conv(4, 3, Pad = 1)]" },
        { "DepthwiseConv", "[Input(3, 4, 4)] [DepthwiseConv(3, Pad = 1)]" },
        { "Dense", "[Input(5)] [Dense(4)]" },
        { "RadialBasis", "[Input(5)] [RadialBasis(4)]" },
        { "Embedding", "[Input(3)] [Embedding(6, 4)]" },
        { "LSTM", "[Input(3, 5)] [LSTM(4)]" },
        { "GRU", "[Input(3, 5)] [GRU(4)]" },
        { "SimpleRNN", "[Input(3, 5)] [SimpleRNN(4)]" },
        { "BatchNorm", "[Input(3, 2, 2)] [BatchNorm]" },
        { "ReLU", "[Input(3, 2, 2)] [ReLU]" },
        { "LeakyReLU", "[Input(3, 2, 2)] [LeakyReLU]" },
        { "Sigmoid", "[Input(3, 2, 2)] [Sigmoid]" },
        { "Tanh", "[Input(3, 2, 2)] [Tanh]" },
        { "Softmax", "[Input(5)] [Softmax]" },
        { "MaxPool", "[Input(3, 4, 4)] [MaxPool(2)]" },
        { "AvgPool", "[Input(3, 4, 4)] [AvgPool(2)]" },
        { "GlobalAvgPool", "[Input(3, 4, 4)] [GlobalAvgPool]" },
        { "Dropout", "[Input(5)] [Dropout(0.5f)]" },
        { "Flatten", "[Input(3, 2, 2)] [Flatten]" },
        { "Add", "[Input(5)] [Tag(\"x\")] [ReLU] [Add(\"x\")]" },
        { "Multiply", "[Input(3, 2, 2)] [Tag(\"x\")] [GlobalAvgPool] [Multiply(\"x\")]" },
        { "Concat", "[Input(3, 2, 2)] [Tag(\"x\")] [ReLU] [Concat(\"x\")]" },
        { "Prepend", "[Input(5)] [Input(2, 5, Name = \"s\")] [Tag(\"v\")] [From(\"s\")] [Prepend(\"v\")]" },
        { "SoftmaxCrossEntropy", "[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy]" },
        { "MeanSquaredError", "[Input(3)] [Dropout(0)] [MeanSquaredError]" },
        { "ConvTranspose", "[Input(3, 3, 3)] [ConvTranspose(4, 2, Stride = 2)]" },
        { "GroupNorm", "[Input(4, 2, 2)] [GroupNorm(2)]" },
        { "LayerNorm", "[Input(5)] [LayerNorm]" },
        { "LocalResponseNorm", "[Input(5, 2, 2)] [LocalResponseNorm(3)]" },
        { "GlobalAvgPoolGradient_lengths", "[Input(3, 2)] [Input(1, Name = \"n\")] [GlobalAvgPool(Lengths = \"n\")]" },
        { "GlobalMaxPool", "[Input(3, 4, 4)] [GlobalMaxPool]" },
        { "AdaptiveAvgPool", "[Input(3, 4, 4)] [AdaptiveAvgPool(2, 2)]" },
        { "LogSoftmax", "[Input(5)] [LogSoftmax]" },
        { "Reshape", "[Input(12)] [Reshape(3, 2, 2)]" },
        { "Upsample", "[Input(3, 2, 2)] [Upsample(2)]" },
        { "ZeroPad", "[Input(3, 2, 2)] [ZeroPad(1)]" },
        { "Crop", "[Input(3, 4, 4)] [Crop(1)]" },
        { "Slice", "[Input(4, 2, 2)] [Slice(1, 2)]" },
        { "Multiply_OfOtherSizes", "[Input(1, 2, 2)] [Input(3, 2, 2, Name = \"x\")] [Multiply(\"x\")]" },
        { "PadChannels", "[Input(3, 2, 2)] [PadChannels(2, 20)]" },
        { "BinaryCrossEntropy", "[Input(3)] [Dropout(0)] [BinaryCrossEntropy]" },
        { "Huber", "[Input(3)] [Dropout(0)] [Huber]" },
        { "PReLU", "[Input(3, 2, 2)] [PReLU]" },
        { "ELU", "[Input(3, 2, 2)] [ELU]" },
        { "GELU", "[Input(3, 2, 2)] [GELU]" },
        { "SiLU", "[Input(3, 2, 2)] [SiLU]" },
        { "HardSwish", "[Input(3, 2, 2)] [HardSwish]" },
        { "Softplus", "[Input(3, 2, 2)] [Softplus]" },
        { "ReLU6", "[Input(3, 2, 2)] [ReLU6]" },
        { "ReflectionPad", "[Input(3, 2, 2)] [ReflectionPad(1)]" },
        { "ReplicationPad", "[Input(3, 2, 2)] [ReplicationPad(1)]" },
        { "PixelShuffle", "[Input(8, 2, 2)] [PixelShuffle(2)]" },
        { "InstanceNorm", "[Input(4, 2, 2)] [InstanceNorm]" },
        { "RoIAlign", "[Input(3, 4, 4)] [Input(2, 4, Name = \"boxes\")] [RoIAlign(2, 2, \"boxes\", SpatialScale = 0.5f)]" },
        { "RoIPool", "[Input(3, 4, 4)] [Input(2, 4, Name = \"boxes\")] [RoIPool(2, 2, \"boxes\")]" },
        { "MaxUnpool", "[Input(3, 4, 4)] [MaxPool(2)] [Tag(\"p\")] [MaxUnpool(\"p\")]" },
        { "SoftmaxCrossEntropy_weighted", "[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy(IgnoreIndex = 255, ClassWeights = \"1, 0.5, 2\")]" },
        { "Dice", "[Input(3, 2, 2)] [Dropout(0)] [Dice]" },
        { "CTC", "[Input(3, 2)] [Input(1, Name = \"n\")] [Dropout(0)] [CTC(Lengths = \"n\")]" },
        { "SmoothL1", "[Input(3)] [Dropout(0)] [SmoothL1]" },
        { "Conv1D", "[Input(4, 3)] [Conv1D(4, 3, Pad = 1)]" },
        { "MaxPool1D", "[Input(4, 3)] [MaxPool1D(2)]" },
        { "AvgPool1D", "[Input(4, 3)] [AvgPool1D(3, Stride = 1, Pad = 1)]" },
    };

    [Fact]
    public void Network_OfDenseLayers() => MatchNetwork("Classifier", Classifier);

    /// <summary>Kernels beside borders, with a ReLU of their own: a single op has neither.</summary>
    [Fact]
    public void Network_OfConvolutions() => MatchNetwork(
        "SmallResNet", SmallResNet, "Add2_rows", "BatchNormGradient_relu_rows", "BatchNormSums_relu", "BatchNorm_relu_rows", "ClearBorder", "ScaleShift_relu_rows");

    [Fact]
    public void Network_WithAnAuxiliaryOutput() => MatchNetwork("Auxiliary", Auxiliary, "SoftmaxCrossEntropy_3_head0p3");

    [Fact]
    public void Network_WithTargetsOfItsOutputs() => MatchNetwork("Detector", Detector, "SmoothL11_4_times0p5_samples");

    [Fact]
    public void Network_WithSeveralOutputs() => MatchNetwork("Encoder", Encoder);

    /// <summary>Calls for each sequence by itself, and steps up to the longest.</summary>
    [Fact]
    public void Network_OfSequencesWithLengths() => MatchNetwork("Lengths", Lengths, "ClearPadding", "CopyLastStep", "SimpleRNNGradient_lengths_end", "SimpleRNN_lengths");

    [Fact]
    public void Network_WithTags() => MatchNetwork("Tagged", Tagged);

    /// <summary>Tags that have a gradient: a plan of its own, which alone is shown; the others are those of networks without.</summary>
    [Fact]
    public void Network_WithGradientsByTags()
    {
        KeyValuePair<string, string> file = Generation.Files(Explained).Single(f => !SharedFiles.Is(f.Key));
        string[] lines = file.Value.Split('\n');
        int first = Array.FindIndex(lines, l => l.Contains("void ExplainChunk(", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, first, l => l.Contains("in which a prediction reads them", StringComparison.Ordinal));
        Snapshot.Match([KeyValuePair.Create(file.Key, string.Join('\n', lines[first..end]))], "Explained");
    }

    /// <summary>What stands in the user's class of a network of two sizes. What each of them does is written as for a network of one.</summary>
    [Fact]
    public void Network_OfSeveralSizes() => Snapshot.Match(
        Generation.Files(Sized).Where(f => !SharedFiles.Is(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value[..f.Value.IndexOf("\n#nullable disable", StringComparison.Ordinal)])), "Sized");

    /// <summary>Calls that threads share, and the kernels of such calls: by rows and blocks of output channels.</summary>
    [Fact]
    public void Network_OfLargeLayers() => MatchNetwork(
        "Together",
        Together,
        "Conv3x3_s1_p1_16x24x20h1_to_96x24x20h1",
        "Winograd4x4_p1_96x24x20h1_to_96x24x20h1",
        "WinogradWeightGradient4x4_p1_96x24x20h1_to_96x24x20h1");

    /// <summary>Gradients that are summed over the whole batch at the ends of phases.</summary>
    [Fact]
    public void Network_OfManyWeights() => MatchNetwork(
        "ManyWeights",
        ManyWeights,
        "WinogradWeightGradient4x4_p1_96x4x4h1_to_160x4x4h1_batch",
        "ConvWeightGradient1x1_s1_p0_160x4x4_to_640x4x4_batch");

    [Fact]
    public void Network_WithTwoInputs() => MatchNetwork("TwoInputs", TwoInputs);

    /// <summary>Loops over the steps of a sequence, forward and back.</summary>
    [Fact]
    public void Network_OfRecurrentLayers() => MatchNetwork("Recurrent", Recurrent);

    /// <summary>One step of sequences that begin with an image, beside the whole.</summary>
    [Fact]
    public void Network_ThatIsPredictedStepByStep() => MatchNetwork("Stepwise", Stepwise);

    [Theory]
    [MemberData(nameof(Ops))]
    public void Kernels_OfEachOp(string op, string layers)
    {
        bool allForms = s_inAllForms.Contains(op);
        Snapshot.Match(
            FilesOf(op, layers)
                .Where(f => SharedFiles.IsKernel(f.Key) && s_shownBy.Value[f.Key] == op)
                .Where(f => !s_ownAlone.Contains(op) || SharedFiles.NameOf(f.Key).StartsWith(op, StringComparison.Ordinal))
                .Select(f => KeyValuePair.Create(f.Key, allForms ? f.Value : Forms.Avx512Alone(f.Value))),
            op);
    }

    /// <summary>One of each kind of tile for AVX-512, a large one, one that asks for what is read next, and one for each of the other forms.</summary>
    [Fact]
    public void Tiles()
    {
        string[] shown =
        [
            "Avx512.Convolution4x1", "Avx512.Convolution12x2", "Avx512.ConvolutionOfImages1", "Avx512.WeightGradient4x2Ahead",
            "Avx2.Convolution4x2", "Portable.WeightGradient5x2",
        ];
        SortedDictionary<string, string> files = Generation.Files(Classifier);
        foreach ((string path, string text) in FilesOf("LargeMap", "[Input(4, 200, 200)] [Conv(32, 1)]"))
        {
            files[path] = text;
        }

        shown.ShouldBeSubsetOf(files.Keys.Select(SharedFiles.NameOf));
        Snapshot.Match(files.Where(f => shown.Contains(SharedFiles.NameOf(f.Key))), "Tiles");
    }

    /// <summary>A new op needs a snapshot.</summary>
    [Fact]
    public void EveryOp_HasASnapshot() => Ops
        .Select(row => (string)row[0])
        .Where(name => !name.Contains('_', StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ShouldBe(NetGen.Generators.Parsing.LayerReaders.Names.Order(StringComparer.Ordinal));

    /// <summary>People read them: what is shown twice, or grows with the number of ops, hides what changes.</summary>
    [Fact]
    public void ApprovedFiles_AreFewLines() => Directory
        .EnumerateFiles(Snapshot.Folder, "*.verified.cs")
        .Sum(file => File.ReadLines(file).Count())
        .ShouldBeLessThanOrEqualTo(20_800);

    private static SortedDictionary<string, string> FilesOf(string op, string layers) =>
        Generation.Files($"namespace Nets;\n\n{layers}\npublic sealed partial class {op}Net;\n");

    /// <summary>Compares a network's model file and these of its kernels, which no op's snapshot shows.</summary>
    private static void MatchNetwork(string name, string source, params string[] kernels)
    {
        SortedDictionary<string, string> files = Generation.Files(source);
        kernels.ShouldBeSubsetOf(files.Keys.Where(SharedFiles.IsKernel).Select(SharedFiles.NameOf));
        kernels.Intersect(s_shownBy.Value.Keys.Select(SharedFiles.NameOf)).ShouldBeEmpty();
        Snapshot.Match(
            files
                .Where(f => !SharedFiles.Is(f.Key) || kernels.Contains(SharedFiles.NameOf(f.Key)))
                .Select(f => KeyValuePair.Create(f.Key, Forms.Avx512Alone(f.Value))),
            name);
    }
}
