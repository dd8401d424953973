using Shouldly;

namespace NetGen.Generators.Tests.Snapshots;

/// <summary>Whole emitted files, for reviewers: they guard readability more than results.</summary>
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

    private const string Tagged = """
        namespace Nets;

        [Input(3, 8, 8)]
        [Conv(16, 3)] [Tag("raw")] [ReLU] [MaxPool(2)] [Tag("pooled")]
        [Flatten] [Dense(3)]
        public sealed partial class Tagged;
        """;

    private const string TwoInputs = """
        namespace Nets;

        [Input(3, 4, 4)] [Input(5, Name = "style")]
        [GlobalAvgPool] [Dense(5)] [Multiply("style")]
        [Dense(2)]
        [MeanSquaredError]
        public sealed partial class TwoInputs;
        """;

    /// <summary>A tiny model for each op.</summary>
    public static TheoryData<string, string> Ops => new()
    {
        { "Input", "[Input(3, 2, 2)] [Dropout(0)]" },
        { "Conv", "[Input(3, 4, 4)] [Conv(4, 3, Pad = 1)]" },
        { "DepthwiseConv", "[Input(3, 4, 4)] [DepthwiseConv(3, Pad = 1)]" },
        { "Dense", "[Input(5)] [Dense(4)]" },
        { "RadialBasis", "[Input(5)] [RadialBasis(4)]" },
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
        { "SoftmaxCrossEntropy", "[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy]" },
        { "MeanSquaredError", "[Input(3)] [Dropout(0)] [MeanSquaredError]" },
        { "ConvTranspose", "[Input(3, 3, 3)] [ConvTranspose(4, 2, Stride = 2)]" },
        { "GroupNorm", "[Input(4, 2, 2)] [GroupNorm(2)]" },
        { "LayerNorm", "[Input(5)] [LayerNorm]" },
        { "LocalResponseNorm", "[Input(5, 2, 2)] [LocalResponseNorm(3)]" },
        { "GlobalMaxPool", "[Input(3, 4, 4)] [GlobalMaxPool]" },
        { "AdaptiveAvgPool", "[Input(3, 4, 4)] [AdaptiveAvgPool(2, 2)]" },
        { "LogSoftmax", "[Input(5)] [LogSoftmax]" },
        { "Reshape", "[Input(12)] [Reshape(3, 2, 2)]" },
        { "Upsample", "[Input(3, 2, 2)] [Upsample(2)]" },
        { "ZeroPad", "[Input(3, 2, 2)] [ZeroPad(1)]" },
        { "Crop", "[Input(3, 4, 4)] [Crop(1)]" },
        { "PadChannels", "[Input(3, 2, 2)] [PadChannels(2, 20)]" },
        { "BinaryCrossEntropy", "[Input(3)] [Dropout(0)] [BinaryCrossEntropy]" },
        { "Huber", "[Input(3)] [Dropout(0)] [Huber]" },
        { "PReLU", "[Input(3, 2, 2)] [PReLU]" },
        { "ELU", "[Input(3, 2, 2)] [ELU]" },
        { "GELU", "[Input(3, 2, 2)] [GELU]" },
        { "SiLU", "[Input(3, 2, 2)] [SiLU]" },
        { "HardSwish", "[Input(3, 2, 2)] [HardSwish]" },
        { "Softplus", "[Input(3, 2, 2)] [Softplus]" },
    };

    [Fact]
    public void Network_OfDenseLayers() => Snapshot.Match(Generation.Files(Classifier), "Classifier");

    [Fact]
    public void Network_OfConvolutions() => Snapshot.Match(Generation.Files(SmallResNet), "SmallResNet");

    [Fact]
    public void Network_WithAnAuxiliaryOutput() => Snapshot.Match(
        Generation.Files(Auxiliary).Where(f => !IsShared(f.Key) || f.Key.Contains("_head", StringComparison.Ordinal)), "Auxiliary");

    [Fact]
    public void Network_WithTags() => Snapshot.Match(Generation.Files(Tagged).Where(f => !IsShared(f.Key)), "Tagged");

    [Fact]
    public void Network_WithTwoInputs() => Snapshot.Match(
        Generation.Files(TwoInputs).Where(f => !IsShared(f.Key) || f.Key.Contains("_of53", StringComparison.Ordinal)), "TwoInputs");

    [Theory]
    [MemberData(nameof(Ops))]
    public void Kernels_OfEachOp(string op, string layers)
    {
        SortedDictionary<string, string> files = Generation.Files($"namespace Nets;\n\n{layers}\npublic sealed partial class {op}Net;\n");

        files.Count.ShouldBeGreaterThan(1);
        Snapshot.Match(files.Where(f => f.Key.Contains(".Kernels-", StringComparison.Ordinal)), op);
    }

    [Fact]
    public void Concat_OfVectors() => Snapshot.Match(
        Generation.Files("namespace Nets;\n\n[Input(3, 2, 2)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"mean\")] [From(\"x\")] [Flatten] [Concat(\"mean\")]\npublic sealed partial class JoinedNet;\n")
            .Where(f => f.Key.Contains("Kernels.Concat", StringComparison.Ordinal) || f.Key.Contains("Kernels.Slice", StringComparison.Ordinal)),
        "Concat_OfVectors");

    /// <summary>A new op needs a snapshot.</summary>
    [Fact]
    public void EveryOp_HasASnapshot() =>
        Ops.Select(row => (string)row[0]).Order(StringComparer.Ordinal).ShouldBe(NetGen.Generators.Parsing.LayerReaders.Names.Order(StringComparer.Ordinal));

    /// <summary>Whether a file is shared by models: a kernel or a register tile.</summary>
    private static bool IsShared(string file) => file.Contains(".Kernels-", StringComparison.Ordinal) || file.Contains(".Tiles-", StringComparison.Ordinal);
}
