using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0063 to NG0070: what could be better of a network that works.</summary>
public sealed class AdviceTests
{
    private const string Linear = "is more than linear, so together they can do no more than one such layer: put an activation between them, such as [ReLU]";

    [Fact]
    public void NG0063_NoActivation()
    {
        Says("[Input(3, 8, 8)] [Conv(8, 3)] [Conv(16, 1)] [ReLU]", ("NG0063", $"Nothing between [Conv(8, 3)] and [Conv(16, 1)] {Linear}", "Conv(16, 1)"));
        Says("[Input(4)] [Dense(8)] [Dropout(0.5f)] [Dense(2)]", ("NG0063", $"Nothing between [Dense(8)] and [Dense(2)] {Linear}", "Dense(2)"));
        Says("[Input(3, 8, 8)] [Conv(8, 3, Bias = false)] [BatchNorm] [GlobalAvgPool] [Dense(2)]", ("NG0063", $"Nothing between [Conv(8, 3, Bias = false)] and [Dense(2)] {Linear}", "Dense(2)"));
        Says("[Input(4)] [Dense(4, Repeat = 5)]", ("NG0063", $"Nothing between [Dense(4, Repeat = 5)] and its repetition {Linear}", "Dense(4, Repeat = 5)"));
    }

    [Theory]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3)] [ReLU] [Conv(16, 1)]")]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3)] [MaxPool(2)] [Conv(16, 1)]")]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3)] [GroupNorm(2)] [Conv(16, 1)]")]
    [InlineData("[Input(3, 8, 8)] [DepthwiseConv(3)] [Conv(16, 1)] [ReLU] [Conv(16, 1)] [DepthwiseConv(3)]")]
    [InlineData("[Input(64, 8, 8)] [Conv(16, 1)] [Conv(64, 3)]")]
    [InlineData("[Input(64)] [Dense(8)] [Dense(64)]")]
    [InlineData("[Input(4, 8, 8)] [Conv(8, 3, Groups = 4)] [Conv(16, 1)]")]
    [InlineData("[Input(4, 8, 8)] [Conv(8, 3, 1)] [Conv(8, 1, 3)]")]
    [InlineData("[Input(4)] [Dense(8)] [Tag(\"features\")] [Dense(8)] [ReLU]")]
    [InlineData("[Input(4)] [Dense(8)] [Tag(\"x\")] [Dense(8)] [Add(\"x\")]")]
    [InlineData("[Input(3, 8, 8)] [Pair] [ReLU] [Conv(8, 1)] [ReLU]")]
    public void NG0063_SaysNothingOfWhatIsOnPurpose(string layers) => Says(layers);

    [Fact]
    public void NG0064_BiasBeforeNorm()
    {
        Says(
            "[Input(3, 8, 8)] [Conv(8, 3)] [BatchNorm] [ReLU] [Flatten] [Dense(4)] [BatchNorm(Momentum = 0.5f)]",
            ("NG0064", "The bias of [Conv(8, 3)] is taken away again by [BatchNorm], which subtracts the mean: set Bias = false", "Conv(8, 3)"),
            ("NG0064", "The bias of [Dense(4)] is taken away again by [BatchNorm(Momentum = 0.5f)], which subtracts the mean: set Bias = false", "Dense(4)"));
        Says("[Input(3, 8, 8)] [ConvTranspose(8, 3)] [BatchNorm] [ReLU]", ("NG0064", "The bias of [ConvTranspose(8, 3)] is taken away again by [BatchNorm], which subtracts the mean: set Bias = false", "ConvTranspose(8, 3)"));
    }

    [Theory]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3, Bias = false)] [BatchNorm]")]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3)] [ReLU] [BatchNorm]")]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3)] [GroupNorm(2)]")]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 3)] [Tag(\"x\")] [BatchNorm] [Add(\"x\")]")]
    [InlineData("[Input(4)] [Dense(4, Share = \"w\")] [BatchNorm] [ReLU] [Dense(4, Share = \"w\")]")]
    [InlineData("[Input(3, 8, 8)] [Normed] [ReLU]")]
    public void NG0064_SaysNothingElsewhere(string layers) => Says(layers);

    [Fact]
    public void NG0065_LateDropout() => Says(
        "[Input(4)] [Dense(8)] [ReLU] [Dense(3)] [Dropout(0.5f)] [Softmax] [MeanSquaredError]",
        ("NG0065", "[Dropout(0.5f)] comes after [Dense(3)], the last layer that learns, so it drops the network's outputs themselves: move it before that layer", "Dropout(0.5f)"));

    [Theory]
    [InlineData("[Input(4)] [Dense(8)] [ReLU] [Dropout(0.5f)] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)] [Dropout(0.5f)]")]
    [InlineData("[Input(4)] [Dense(3)] [Dropout(0f)]")]
    public void NG0065_SaysNothingElsewhere(string layers) => Says(layers);

    [Fact]
    public void NG0066_DroppedBorder()
    {
        Says("[Input(3, 7, 7)] [MaxPool(2)]", ("NG0066", "[MaxPool(2)] never reads the last row and the last column of its input (3, 7, 7): set CeilMode = true, pad, or take another kernel or stride", "MaxPool(2)"));
        Says("[Input(3, 8, 9)] [Conv(4, 3, Stride = 3)]", ("NG0066", "[Conv(4, 3, Stride = 3)] never reads the last 2 rows of its input (3, 8, 9): pad, or take another kernel or stride", "Stride = 3"));
        Says("[Input(3, 9, 8)] [AvgPool(3, StrideW = 2)]", ("NG0066", "[AvgPool(3, StrideW = 2)] never reads the last column of its input (3, 9, 8): set CeilMode = true, pad, or take another kernel or stride", "StrideW = 2"));
        Says("[Input(7, 3)] [MaxPool1D(2)]", ("NG0066", "[MaxPool1D(2)] never reads the last step of its input (7, 3): set CeilMode = true, pad, or take another kernel or stride", "MaxPool1D(2)"));
        Says("[Input(9, 3)] [Conv1D(4, 4, Stride = 3)]", ("NG0066", "[Conv1D(4, 4, Stride = 3)] never reads the last 2 steps of its input (9, 3): pad, or take another kernel or stride", "Stride = 3"));
    }

    [Theory]
    [InlineData("[Input(3, 7, 7)] [MaxPool(2, CeilMode = true)]")]
    [InlineData("[Input(7, 3)] [AvgPool1D(2, CeilMode = true)]")]
    [InlineData("[Input(9, 3)] [Conv1D(4, 3, Stride = 2)]")]
    [InlineData("[Input(3, 8, 8)] [MaxPool(2)]")]
    [InlineData("[Input(3, 224, 224)] [Conv(8, 7, Stride = 2, Pad = 3)]")]
    [InlineData("[Input(3, 224, 224)] [Conv(64, 3, Stride = 2)]")]
    [InlineData("[Input(3, 8, 8)] [Conv(8, 1, Stride = 2)]")]
    public void NG0066_SaysNothingElsewhere(string layers) => Says(layers);

    [Fact]
    public void NG0068_HeavyDense() => Says(
        "[Input(3, 64, 64)] [Conv(32, 3, Pad = 1)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]",
        ("NG0068", "[Dense(10)] holds 1,310,730 of the model's 1,311,626 parameters (99 %), since it reads all pixels of (32, 64, 64): [GlobalAvgPool] instead of [Flatten] leaves it about 320", "Dense(10)"));

    [Theory]
    [InlineData("[Input(3, 32, 32)] [Conv(32, 3, Pad = 1)] [ReLU] [Flatten] [Dense(10)]")]
    [InlineData("[Input(4000)] [Dense(1000)]")]
    [InlineData("[Input(3, 64, 64)] [Conv(32, 3, Pad = 1)] [ReLU] [GlobalAvgPool] [Dense(40000)]")]
    [InlineData("[Input(3, 64, 64)] [Conv(1024, 3)] [ReLU] [Conv(512, 3)] [ReLU] [MaxPool(20)] [Flatten] [Dense(1000)]")]
    public void NG0068_SaysNothingElsewhere(string layers) => Says(layers);

    [Fact]
    public void NG0069_EarlyPixel() => Says(
        "[Input(3, 4, 4)] [Conv(8, 3, Pad = 1)] [ReLU] [MaxPool(4)] [Conv(8, 3, Pad = 1)] [ReLU] [Conv(8, 3, Pad = 1)] [ReLU]",
        ("NG0069", "[MaxPool(4)] makes one pixel of its input (8, 4, 4), and 2 convolutions after it have kernels of more: shrink the image later, by fewer strides and pools", "MaxPool(4)"));

    [Theory]
    [InlineData("[Input(3, 4, 4)] [MaxPool(4)] [Conv(8, 3, Pad = 1)] [ReLU]")]
    [InlineData("[Input(3, 4, 4)] [MaxPool(4)] [Conv(8, 1)] [ReLU] [Conv(8, 1)] [ReLU]")]
    [InlineData("[Input(8)] [Reshape(8, 1, 1)] [Conv(8, 3, Pad = 1)] [ReLU] [Conv(8, 3, Pad = 1)]")]
    public void NG0069_SaysNothingElsewhere(string layers) => Says(layers);

    [Fact]
    public void NG0070_NoGradient()
    {
        Says(
            "[Input(4)] [Dense(8)] [ReLU] [Dense(1)] [Softmax] [MeanSquaredError]",
            ("NG0070", "No gradient reaches [Dense(1)]: what [Softmax] makes of (1) is always the same, so give it more than one value, or leave it out", "Softmax"));
        Says(
            "[Input(4)] [Dense(8)] [GroupNorm(8)] [ReLU]",
            ("NG0070", "No gradient reaches [Dense(8)]: what [GroupNorm(8)] makes of (8) is always the same, so give it more than one value, or leave it out", "GroupNorm(8)"));
    }

    [Theory]
    [InlineData("[Input(4)] [Dense(2)] [Softmax] [MeanSquaredError]")]
    [InlineData("[Input(4)] [Dense(8)] [GroupNorm(4)] [ReLU]")]
    [InlineData("[Input(4)] [Dense(1)] [Tag(\"x\")] [Softmax] [Add(\"x\")] [MeanSquaredError]")]
    public void NG0070_SaysNothingElsewhere(string layers) => Says(layers);

    [Fact]
    public void Several_AreToldTogether() => Says(
        "[Input(3, 9, 9)] [Conv(8, 3, Pad = 1)] [BatchNorm] [MaxPool(2)] [Flatten] [Dense(8)] [Dense(4)] [Dropout(0.5f)] [SoftmaxCrossEntropy]",
        ("NG0064", "The bias of [Conv(8, 3, Pad = 1)] is taken away again by [BatchNorm], which subtracts the mean: set Bias = false", "Conv(8, 3, Pad = 1)"),
        ("NG0066", "[MaxPool(2)] never reads the last row and the last column of its input (8, 9, 9): set CeilMode = true, pad, or take another kernel or stride", "MaxPool(2)"),
        ("NG0063", $"Nothing between [Dense(8)] and [Dense(4)] {Linear}", "Dense(4)"),
        ("NG0065", "[Dropout(0.5f)] comes after [Dense(4)], the last layer that learns, so it drops the network's outputs themselves: move it before that layer", "Dropout(0.5f)"));

    /// <summary>What is wrong comes first: a network in error is not judged.</summary>
    [Fact]
    public void BesideAnError_NothingIsSuggested() =>
        Analysis.Run(Sources.Compile(Sources.Net("[Input(3, 8, 8)] [Conv(8, 3)] [BatchNorm] [Dense(2)]")), advice: true).Select(d => d.Id).ShouldBe(["NG0028"]);

    private static void Says(string layers, params (string Id, string Message, string At)[] expected) =>
        Analysis.Advises(Sources.Net(layers) + Blocks, expected);

    private const string Blocks = """

        [Conv(8, 3)] [Conv(16, 1)]
        public sealed class PairAttribute : BlockAttribute;

        [Conv(8, 3)] [BatchNorm]
        public sealed class NormedAttribute : BlockAttribute;
        """;
}
