using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What is wrong with a model is told at once, and nothing that only echoes it.</summary>
public sealed class SeveralProblemsTests
{
    [Fact]
    public void WrongArguments_OfSeveralLayers() => Analysis.Reports(
        Sources.Net("[Input(3, 8, 8)] [Conv(0, 3)] [ReLU] [BatchNorm(Epsilon = -1)] [Dropout(2f)] [Flatten] [Dense(-1)] [SoftmaxCrossEntropy(LabelSmoothing = 7)]"),
        ("NG0023", "filters of Conv must be at least 1, but is 0", "0"),
        ("NG0023", "Epsilon of BatchNorm must be above 0 and finite, but is -1", "Epsilon = -1"),
        ("NG0023", "rate of Dropout must be at least 0 and below 1, but is 2", "2f"),
        ("NG0023", "units of Dense must be at least 1, but is -1", "-1"),
        ("NG0023", "LabelSmoothing of SoftmaxCrossEntropy must be at least 0 and below 1, but is 7", "LabelSmoothing = 7"));

    [Fact]
    public void WrongArguments_OfOneLayer() => Analysis.Reports(
        Sources.Net("[Input(3, 8, 8)] [Conv(0, 0, Stride = -1, Groups = 0)]"),
        ("NG0023", "filters of Conv must be at least 1, but is 0", "0"),
        ("NG0023", "kernel of Conv must be at least 1, but is 0", "0"),
        ("NG0023", "Stride of Conv must be at least 1, but is -1", "Stride = -1"),
        ("NG0023", "Groups of Conv must be at least 1, but is 0", "Groups = 0"));

    /// <summary>A layer's own settings are told with an input that it does not take, whatever the layer.</summary>
    [Theory]
    [InlineData("Input(3, 8, 8)", "Dense(0)", "units of Dense must be at least 1, but is 0", "NG0028", "Dense needs a feature vector, but its input is the image (3, 8, 8): put [Flatten] or [GlobalAvgPool] before it")]
    [InlineData("Input(12)", "Conv(0, 3)", "filters of Conv must be at least 1, but is 0", "NG0029", "Conv needs an image, but its input is the feature vector (12): put it before the layer that makes a vector of the image, or [Reshape(c, h, w)] before it")]
    [InlineData("Input(12)", "Upsample(0)", "scale of Upsample must be at least 1, but is 0", "NG0029", "Upsample needs an image, but its input is the feature vector (12): put it before the layer that makes a vector of the image, or [Reshape(c, h, w)] before it")]
    public void SettingsAndInput_AreToldTogether(string input, string layer, string setting, string id, string refusal) =>
        Analysis.Reports(Sources.Net($"[{input}] [{layer}]"), (id, refusal, layer), ("NG0023", setting, "0"));

    [Fact]
    public void BehindADense_ShapesAreKnownAgain() => Analysis.Reports(
        Sources.Net("[Input(3, 8, 8)] [Conv(0, 3)] [Flatten] [Dense(8)] [MaxPool(2)]"),
        ("NG0023", "filters of Conv must be at least 1, but is 0", "0"),
        ("NG0029", "MaxPool needs an image, but its input is the feature vector (8): put it before the layer that makes a vector of the image, or [Reshape(c, h, w)] before it", "MaxPool(2)"));

    [Fact]
    public void ARepeatedLayer_IsToldOnce() => Analysis.Reports(
        Sources.Net("[Input(3, 8, 8)] [Conv(0, 3, Repeat = 3)] [ResBlock] [Flatten]"),
        ("NG0023", "filters of Conv must be at least 1, but is 0", "0"));
}
