using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0023 to NG0034: settings, sizes and shapes.</summary>
public class ShapeRulesTests
{
    [Theory]
    [InlineData("Input(0)", "features of Input must be at least 1, but is 0", "0", "Dense(2)")]
    [InlineData("Input(3, -1, 8)", "h of Input must be at least 1, but is -1", "-1", "Flatten")]
    [InlineData("Input(0, 8)", "steps of Input must be at least 1, but is 0", "0", "Flatten")]
    [InlineData("Input(8, features: 0)", "features of Input must be at least 1, but is 0", "features: 0", "Flatten")]
    public void NG0023_Input(string input, string message, string at, string next) =>
        Analysis.Reports(Sources.Net($"[{input}] [{next}]"), ("NG0023", message, at));

    /// <summary>The state after the last step has no steps; an image is declared otherwise.</summary>
    [Theory]
    [InlineData("[Input(20, 8)] [LSTM(32)] [GRU(16)]", "GRU(16)", "GRU needs a sequence, but its input is the feature vector (32): set ReturnSequences = true on a recurrent layer before it, or declare [Input(steps, features)]")]
    [InlineData("[Input(8)] [LSTM(32)]", "LSTM(32)", "LSTM needs a sequence, but its input is the feature vector (8): set ReturnSequences = true on a recurrent layer before it, or declare [Input(steps, features)]")]
    [InlineData("[Input(3, 8, 8)] [SimpleRNN(32)]", "SimpleRNN(32)", "SimpleRNN needs a sequence, but its input is the image (3, 8, 8): declare [Input(steps, features)]")]
    public void NG0078(string layers, string at, string message) => Analysis.Reports(Sources.Net(layers), ("NG0078", message, at));

    /// <summary>Settings are told behind an input that is none of theirs as well.</summary>
    [Fact]
    public void NG0023_Recurrent()
    {
        Analysis.Reports(Sources.Net("[Input(20, 8)] [LSTM(0)] [Dense(2)]"), ("NG0023", "units of LSTM must be at least 1, but is 0", "0"));
        Analysis.Reports(
            Sources.Net("[Input(8)] [GRU(-1)]"),
            ("NG0078", "GRU needs a sequence, but its input is the feature vector (8): set ReturnSequences = true on a recurrent layer before it, or declare [Input(steps, features)]", "GRU(-1)"),
            ("NG0023", "units of GRU must be at least 1, but is -1", "-1"));
    }

    [Theory]
    [InlineData("Conv(0, 3)", "filters of Conv must be at least 1, but is 0", "0")]
    [InlineData("Conv(8, 0)", "kernel of Conv must be at least 1, but is 0", "0")]
    [InlineData("Conv(8, 3, 0)", "kernelW of Conv must be at least 1, but is 0", "0")]
    [InlineData("Conv(8, 3, Stride = 0)", "Stride of Conv must be at least 1, but is 0", "Stride = 0")]
    [InlineData("Conv(8, 3, StrideH = -2)", "StrideH of Conv must be at least 1, but is -2", "StrideH = -2")]
    [InlineData("Conv(8, 3, Pad = -1)", "Pad of Conv must be at least 0, but is -1", "Pad = -1")]
    [InlineData("Conv(8, 3, PadW = -1)", "PadW of Conv must be at least 0, but is -1", "PadW = -1")]
    [InlineData("Conv(8, 3, Dilation = 0)", "Dilation of Conv must be at least 1, but is 0", "Dilation = 0")]
    [InlineData("Conv(8, 3, Groups = 0)", "Groups of Conv must be at least 1, but is 0", "Groups = 0")]
    [InlineData("Conv(8, 3, Repeat = 0)", "Repeat of Conv must be from 1 to 1000, but is 0", "Repeat = 0")]
    [InlineData("Conv(8, 1, Repeat = 1001)", "Repeat of Conv must be from 1 to 1000, but is 1001", "Repeat = 1001")]
    [InlineData("ResBlock(Repeat = -1)", "Repeat of ResBlock must be from 1 to 1000, but is -1", "Repeat = -1")]
    [InlineData("DepthwiseConv(3, Multiplier = 0)", "Multiplier of DepthwiseConv must be at least 1, but is 0", "Multiplier = 0")]
    [InlineData("MaxPool(0)", "kernel of MaxPool must be at least 1, but is 0", "0")]
    [InlineData("AvgPool(2, Stride = 0)", "Stride of AvgPool must be at least 1, but is 0", "Stride = 0")]
    [InlineData("AvgPool(2, Pad = -1)", "Pad of AvgPool must be at least 0, but is -1", "Pad = -1")]
    [InlineData("Dropout(1f)", "rate of Dropout must be at least 0 and below 1, but is 1", "1f")]
    [InlineData("Dropout(-0.5f)", "rate of Dropout must be at least 0 and below 1, but is -0.5", "-0.5f")]
    [InlineData("Dropout(float.NaN)", "rate of Dropout must be at least 0 and below 1, but is NaN", "float.NaN")]
    [InlineData("BatchNorm(Momentum = 0f)", "Momentum of BatchNorm must be above 0 and at most 1, but is 0", "Momentum = 0f")]
    [InlineData("BatchNorm(Momentum = 1.5f)", "Momentum of BatchNorm must be above 0 and at most 1, but is 1.5", "Momentum = 1.5f")]
    [InlineData("BatchNorm(Epsilon = 0f)", "Epsilon of BatchNorm must be above 0 and finite, but is 0", "Epsilon = 0f")]
    [InlineData("GroupNorm(0)", "groups of GroupNorm must be at least 1, but is 0", "0")]
    [InlineData("GroupNorm(-2)", "groups of GroupNorm must be at least 1, but is -2", "-2")]
    [InlineData("GroupNorm(2, Epsilon = 0f)", "Epsilon of GroupNorm must be above 0 and finite, but is 0", "Epsilon = 0f")]
    [InlineData("LayerNorm(Epsilon = -1f)", "Epsilon of LayerNorm must be above 0 and finite, but is -1", "Epsilon = -1f")]
    [InlineData("LayerNorm(Epsilon = float.NaN)", "Epsilon of LayerNorm must be above 0 and finite, but is NaN", "Epsilon = float.NaN")]
    [InlineData("LocalResponseNorm(0)", "size of LocalResponseNorm must be at least 1, but is 0", "0")]
    [InlineData("LocalResponseNorm(5, Alpha = -1f)", "Alpha of LocalResponseNorm must be at least 0 and finite, but is -1", "Alpha = -1f")]
    [InlineData("LocalResponseNorm(5, Beta = -0.5f)", "Beta of LocalResponseNorm must be at least 0 and finite, but is -0.5", "Beta = -0.5f")]
    [InlineData("LocalResponseNorm(5, K = 0f)", "K of LocalResponseNorm must be above 0 and finite, but is 0", "K = 0f")]
    [InlineData("LocalResponseNorm(5, K = float.PositiveInfinity)", "K of LocalResponseNorm must be above 0 and finite, but is Infinity", "K = float.PositiveInfinity")]
    [InlineData("Tanh(Scale = 0f)", "Scale of Tanh must be above 0 and finite, but is 0", "Scale = 0f")]
    [InlineData("Tanh(Slope = float.NaN)", "Slope of Tanh must be above 0 and finite, but is NaN", "Slope = float.NaN")]
    [InlineData("ELU(-1f)", "alpha of ELU must be at least 0 and finite, but is -1", "-1f")]
    [InlineData("ELU(float.NaN)", "alpha of ELU must be at least 0 and finite, but is NaN", "float.NaN")]
    public void NG0023_Layer(string layer, string message, string at) =>
        Analysis.Reports(Sources.Net($"[Input(4, 8, 8)] [{layer}]"), ("NG0023", message, at));

    [Fact]
    public void NG0023_Units() => Analysis.Reports(Sources.Net("[Input(4)] [Dense(0)]"), ("NG0023", "units of Dense must be at least 1, but is 0", "0"));

    [Theory]
    [InlineData("RadialBasis(0)", "0")]
    [InlineData("RadialBasis(-3, Trainable = false)", "-3")]
    public void NG0023_RadialBasisUnits(string layer, string units) =>
        Analysis.Reports(Sources.Net($"[Input(4)] [{layer}]"), ("NG0023", $"units of RadialBasis must be at least 1, but is {units}", units));

    [Fact]
    public void NG0023_LabelSmoothing()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(2)] [SoftmaxCrossEntropy(LabelSmoothing = 1f)]"),
            ("NG0023", "LabelSmoothing of SoftmaxCrossEntropy must be at least 0 and below 1, but is 1", "LabelSmoothing = 1f"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(2)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]"));
    }

    [Theory]
    [InlineData("Delta = 0f", "0")]
    [InlineData("Delta = -1f", "-1")]
    [InlineData("Delta = float.PositiveInfinity", "Infinity")]
    public void NG0023_Delta(string delta, string value)
    {
        Analysis.Reports(Sources.Net($"[Input(4)] [Dense(2)] [Huber({delta})]"), ("NG0023", $"Delta of Huber must be above 0 and finite, but is {value}", delta));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(2)] [Huber(Delta = 0.5f)]"));
    }

    [Theory]
    [InlineData("1, two, 3", "two")]
    [InlineData("1, -2, 3", "-2")]
    [InlineData("1, 2, NaN", "NaN")]
    [InlineData("1,, 3", "")]
    [InlineData("1 2 3", "1 2 3")]
    public void NG0074_ClassWeightUnreadable(string weights, string odd) =>
        Analysis.Reports(
            Sources.Net($"[Input(4)] [Dense(3)] [SoftmaxCrossEntropy(ClassWeights = \"{weights}\")]"),
            ("NG0074", $"The ClassWeights of SoftmaxCrossEntropy hold \"{odd}\", which is no number of at least 0: write numbers with commas between, such as \"0.5, 1, 2\"", $"ClassWeights = \"{weights}\""));

    [Fact]
    public void NG0075_ClassWeightsOfOtherClasses()
    {
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [Conv(5, 1)] [SoftmaxCrossEntropy(ClassWeights = \"1, 2, 3\")]"),
            ("NG0075", "The ClassWeights of SoftmaxCrossEntropy are 3 numbers, but its output (5, 8, 8) has 5 classes: write one for each", "ClassWeights = \"1, 2, 3\""));
        Analysis.Accepts(Sources.Net("[Input(3, 8, 8)] [Conv(3, 1)] [SoftmaxCrossEntropy(ClassWeights = \" 0,2.5,1e-3 \")]"));
    }

    [Fact]
    public void NG0076_OutputLabelsCountOtherwise()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [SoftmaxCrossEntropy] [Tanh] [Dense(3)] [Dice(IgnoreIndex = 255)]"),
            ("NG0076", "SoftmaxCrossEntropy of the output \"a\" sees the same labels as the model's loss Dice, but lets others count for nothing or weighs them otherwise: give both the same IgnoreIndex and ClassWeights", "SoftmaxCrossEntropy"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [SoftmaxCrossEntropy(IgnoreIndex = 255)] [Tanh] [Dense(3)] [Dice(IgnoreIndex = 255)]"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [Tanh] [Dense(3)] [Dice(IgnoreIndex = 255)]"));
    }

    [Fact]
    public void Dice_RefusesWhatDoesNotFit()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Dice(Smooth = -1f)]"),
            ("NG0023", "Smooth of Dice must be at least 0 and finite, but is -1", "Smooth = -1f"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Dice(Sigmoid = true, IgnoreIndex = 255)]"),
            ("NG0022", "Dice takes no IgnoreIndex: leave it out", "IgnoreIndex = 255"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(1)] [Dice]"),
            ("NG0034", "Dice needs at least two classes, but the output is (1): give its last layer an output a class, or set Sigmoid = true for a single region", "Dice"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(1)] [Dice(Sigmoid = true, Smooth = 0f)]"));
    }

    [Theory]
    [InlineData("Beta = -1f", "-1")]
    [InlineData("Beta = float.NaN", "NaN")]
    public void NG0023_Beta(string beta, string value)
    {
        Analysis.Reports(Sources.Net($"[Input(4)] [Dense(2)] [SmoothL1({beta})]"), ("NG0023", $"Beta of SmoothL1 must be at least 0 and finite, but is {value}", beta));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(2)] [SmoothL1(Beta = 0f)]"));
    }

    [Theory]
    [InlineData("Dropout(0f)")]
    [InlineData("ELU(0f)")]
    [InlineData("GroupNorm(1)")]
    [InlineData("GroupNorm(4)")]
    [InlineData("LocalResponseNorm(1, Alpha = 0f, Beta = 0f)")]
    [InlineData("LocalResponseNorm(1000)")]
    [InlineData("Dropout(0.99f)")]
    [InlineData("BatchNorm(Momentum = 1f, Epsilon = 1e-30f)")]
    [InlineData("Conv(1, 1, Stride = 100, Pad = 0)")]
    [InlineData("Conv(4, 1, Repeat = 1000)")]
    public void SettingsAtTheEdge_AreAccepted(string layer) => Analysis.Accepts(Sources.Net($"[Input(4, 8, 8)] [{layer}]"));

    [Theory]
    [InlineData("Conv(8, 5)", "The kernel of Conv covers 5×5, but its input (3, 4, 6) with padding is only 4×6: pad more, take a smaller kernel, or shrink the image less before", "5")]
    [InlineData("Conv(8, 3, Dilation = 3, Pad = 1)", "The kernel of Conv covers 7×7, but its input (3, 4, 6) with padding is only 6×8: pad more, take a smaller kernel, or shrink the image less before", "3")]
    [InlineData("Conv(8, 1, 7)", "The kernel of Conv covers 1×7, but its input (3, 4, 6) with padding is only 4×6: pad more, take a smaller kernel, or shrink the image less before", "7")]
    [InlineData("DepthwiseConv(5)", "The kernel of DepthwiseConv covers 5×5, but its input (3, 4, 6) with padding is only 4×6: pad more, take a smaller kernel, or shrink the image less before", "5")]
    [InlineData("MaxPool(5)", "The kernel of MaxPool covers 5×5, but its input (3, 4, 6) with padding is only 4×6: pad more, take a smaller kernel, or shrink the image less before", "5")]
    [InlineData("Conv(8, 32767, Dilation = 32767)", "The kernel of Conv covers 1073643523×1073643523, but its input (3, 4, 6) with padding is only 4×6: pad more, take a smaller kernel, or shrink the image less before", "32767")]
    public void NG0024_KernelTooLarge(string layer, string message, string at)
    {
        Analysis.Reports(Sources.Net($"[Input(3, 4, 6)] [{layer}]"), ("NG0024", message, at));
        Analysis.Accepts(Sources.Net("[Input(3, 4, 6)] [Conv(8, 4, 6)]"));
    }

    [Fact]
    public void NG0025_PadTooLarge()
    {
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [MaxPool(3, Pad = 2)]"),
            ("NG0025", "The padding 2×2 of MaxPool is more than half of its kernel 3×3: take at most 1×1", "Pad = 2"));
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [AvgPool(2, 4, PadH = 2)]"),
            ("NG0025", "The padding 2×0 of AvgPool is more than half of its kernel 2×4: take at most 1×2", "PadH = 2"));
        Analysis.Accepts(Sources.Net("[Input(3, 8, 8)] [MaxPool(3, Pad = 1)] [AvgPool(2, Pad = 1)]"));
    }

    [Fact]
    public void NG0026_ChannelsNotDivisible()
    {
        Analysis.Reports(
            Sources.Net("[Input(6, 8, 8)] [Conv(8, 3, Groups = 4)]"),
            ("NG0026", "Conv has 4 groups, but its input (6, 8, 8) has 6 channels, which do not divide into them: take a number that divides 6", "Groups = 4"));
        Analysis.Accepts(Sources.Net("[Input(6, 8, 8)] [Conv(9, 3, Groups = 3)]"));
        Analysis.Reports(
            Sources.Net("[Input(6, 8, 8)] [GroupNorm(4)]"),
            ("NG0026", "GroupNorm has 4 groups, but its input (6, 8, 8) has 6 channels, which do not divide into them: take a number that divides 6", "4"));
        Analysis.Reports(
            Sources.Net("[Input(6)] [GroupNorm(7)]"),
            ("NG0026", "GroupNorm has 7 groups, but its input (6) has 6 channels, which do not divide into them: take a number that divides 6", "7"));
        Analysis.Accepts(Sources.Net("[Input(6)] [GroupNorm(3)]"));
    }

    [Fact]
    public void NG0027_FiltersNotDivisible() =>
        Analysis.Reports(
            Sources.Net("[Input(6, 8, 8)] [Conv(8, 3, Groups = 3)]"),
            ("NG0027", "Conv has 3 groups, but its 8 filters do not divide into them: take a number that divides 8", "Groups = 3"));

    [Fact]
    public void NG0028_VectorNeeded()
    {
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [Dense(10)]"),
            ("NG0028", "Dense needs a feature vector, but its input is the image (3, 8, 8): put [Flatten] or [GlobalAvgPool] before it", "Dense(10)"));
        Analysis.Accepts(Sources.Net("[Input(3, 8, 8)] [GlobalAvgPool] [Dense(10)]"));
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [RadialBasis(10)]"),
            ("NG0028", "RadialBasis needs a feature vector, but its input is the image (3, 8, 8): put [Flatten] or [GlobalAvgPool] before it", "RadialBasis(10)"));
    }

    [Theory]
    [InlineData("Conv(8, 3)", "Conv")]
    [InlineData("DepthwiseConv(3)", "DepthwiseConv")]
    [InlineData("MaxPool(2)", "MaxPool")]
    [InlineData("AvgPool(2)", "AvgPool")]
    [InlineData("GlobalAvgPool", "GlobalAvgPool")]
    [InlineData("ResBlock", "Conv (resblock1.conv1 in ResBlock)")]
    public void NG0029_ImageNeeded(string layer, string op)
    {
        Analysis.Reports(Sources.Net($"[Input(12)] [{layer}]"), ("NG0029", $"{op} needs an image, but its input is the feature vector (12): put it before the layer that makes a vector of the image, or [Reshape(c, h, w)] before it", layer));
        Analysis.Accepts(Sources.Net($"[Input(12, 3, 3)] [{layer}]"));
    }

    [Theory]
    [InlineData("Add", "Add needs (64, 32, 32) but \"skip\" is (128, 16, 16): give both the same height and width, by the same strides and paddings on both ways")]
    [InlineData("Multiply", "Multiply needs (64, 32, 32) or (64) but \"skip\" is (128, 16, 16): give both the same height and width, by the same strides and paddings on both ways")]
    [InlineData("Concat", "Concat needs (*, 32, 32) but \"skip\" is (128, 16, 16): give both the same height and width, by the same strides and paddings on both ways")]
    public void NG0030_ShapesDiffer(string op, string message) =>
        Analysis.Reports(
            Sources.Net($"[Input(64, 32, 32)] [Tag(\"x\")] [Conv(128, 3, Stride = 2, Pad = 1)] [Tag(\"skip\")] [From(\"x\")] [{op}(\"skip\")]"),
            ("NG0030", message, "\"skip\""));

    [Fact]
    public void NG0030_VectorWithOtherChannels()
    {
        Analysis.Reports(
            Sources.Net("[Input(16, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Dense(8)] [Multiply(\"x\")]"),
            ("NG0030", "Multiply needs (8) or (8, *, *) but \"x\" is (16, 4, 4): give both the same channels", "\"x\""));
        Analysis.Reports(
            Sources.Net("[Input(16, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Dense(8)] [Add(\"x\")]"),
            ("NG0030", "Add needs (8) but \"x\" is (16, 4, 4): give both the same channels", "\"x\""));
    }

    /// <summary>One of both must have the result's size: rows of one and columns of the other make none.</summary>
    [Fact]
    public void NG0030_NeitherIsRepeatedToTheOther()
    {
        Analysis.Reports(
            Sources.Net("[Input(8, 4, 4)] [Tag(\"x\")] [Conv(1, 1)] [Tag(\"map\")] [From(\"x\")] [AvgPool(4)] [Add(\"map\")]"),
            ("NG0030", "Add needs (8, 1, 1) but \"map\" is (1, 4, 4): give both the same height and width, by the same strides and paddings on both ways", "\"map\""));
        Analysis.Reports(
            Sources.Net("[Input(8, 4, 4)] [Tag(\"x\")] [MaxPool(2)] [Multiply(\"x\")]"),
            ("NG0030", "Multiply needs (8, 2, 2) or (8) but \"x\" is (8, 4, 4): give both the same height and width, by the same strides and paddings on both ways", "\"x\""));
    }

    [Fact]
    public void NG0031_ConcatOfImageAndVector()
    {
        Analysis.Reports(
            Sources.Net("[Input(8, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"mean\")] [From(\"x\")] [Concat(\"mean\")]"),
            ("NG0031", "Concat joins either images or feature vectors, but the current value is the image (8, 4, 4) and \"mean\" is the feature vector (8): put [Flatten] after the image", "\"mean\""));
        Analysis.Reports(
            Sources.Net("[Input(8, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Concat(\"x\")]"),
            ("NG0031", "Concat joins either images or feature vectors, but the current value is the feature vector (8) and \"x\" is the image (8, 4, 4): put [Flatten] after the image", "\"x\""));
        Analysis.Reports(
            Sources.Net("[Input(8, 1, 1)] [Tag(\"x\")] [Flatten] [Tag(\"v\")] [Concat(\"v\", \"x\")]"),
            ("NG0031", "Concat joins either images or feature vectors, but the current value is the feature vector (8) and \"x\" is the image (8, 1, 1): put [Flatten] after the image", "\"x\""));
        Analysis.Accepts(Sources.Net("[Input(8, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"mean\")] [From(\"x\")] [Flatten] [Concat(\"mean\")]"));
    }

    [Theory]
    [InlineData("[Input(65536, 65536, 65536)] [ReLU]", "Input", "(65536, 65536, 65536)", "Input(65536, 65536, 65536)")]
    [InlineData("[Input(16777216, 16777216, 16777216)] [ReLU]", "Input", "(16777216, 16777216, 16777216)", "Input(16777216, 16777216, 16777216)")]
    [InlineData("[Input(1, 8, 8)] [Conv(1, 1, Pad = 32767)]", "Conv", "(1, 65542, 65542)", "Conv(1, 1, Pad = 32767)")]
    [InlineData("[Input(8, 8, 8)] [DepthwiseConv(1, Multiplier = 2000000)]", "DepthwiseConv", "(16000000, 8, 8)", "DepthwiseConv(1, Multiplier = 2000000)")]
    [InlineData("[Input(1, 4096, 4096)] [Conv(33, 1)]", "Conv", "(33, 4096, 4096)", "Conv(33, 1)")]
    [InlineData("[Input(16, 4096, 4096)] [Tag(\"x\")] [ReLU] [Concat(\"x\", \"x\")]", "Concat", "(48, 4096, 4096)", "Concat(\"x\", \"x\")")]
    public void NG0032_ValueTooLarge(string layers, string op, string shape, string at)
    {
        Analysis.Reports(Sources.Net(layers), ("NG0032", $"The result of {op} would be {shape}: more than 536870912 numbers for one image, with channels padded to 16, so shrink the image or take fewer channels", at));
        Analysis.Accepts(Sources.Net("[Input(1, 1, 16777216)] [ReLU]"));
    }

    [Fact]
    public void NG0033_ParameterTooLarge()
    {
        Analysis.Reports(
            Sources.Net("[Input(65536)] [Dense(32768)]"),
            ("NG0033", "The weight of Dense would be (32768, 65536): more than 2147483647 numbers, so make the layer or its input smaller", "32768"));
        Analysis.Accepts(Sources.Net("[Input(65536)] [Dense(32767)]"));
    }

    [Fact]
    public void NG0034_LossDoesNotFit()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(1)] [SoftmaxCrossEntropy]"),
            ("NG0034", "SoftmaxCrossEntropy needs at least two classes, but the output is (1): give its last layer an output a class, or take [BinaryCrossEntropy] for a single one", "SoftmaxCrossEntropy"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(1)] [MeanSquaredError]"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(1)] [BinaryCrossEntropy]"));
        Analysis.Accepts(Sources.Net("[Input(4, 8, 8)] [Conv(1, 1)] [Huber]"));
        Analysis.Accepts(Sources.Net("[Input(4, 8, 8)] [Conv(2, 1)] [SoftmaxCrossEntropy]"));
    }

    [Fact]
    public void NG0057_ModelTooLarge()
    {
        Analysis.Reports(
            Sources.Net("[Input(40000)] [Dense(40000)] [ReLU] [Dense(40000)]"),
            ("NG0057", "The parameters would be 3200080000 numbers in all: more than 2147483647, so make the layers smaller", "Net"));
        Analysis.Accepts(Sources.Net("[Input(40000)] [Dense(400)] [ReLU] [Dense(40000)]"));
    }

    [Fact]
    public void NG0058_TooManyPhases()
    {
        Analysis.Reports(
            Sources.Net("[Input(1, 400, 400)] [Conv(4, 60, Stride = 300, Dilation = 5)]"),
            ("NG0058", "The stride 300 and the dilation 5 of Conv cut its image into 14400 patterns of pixels, and each takes a kernel: at most 64, so make one of them smaller", "Conv(4, 60, Stride = 300, Dilation = 5)"));
        Analysis.Accepts(Sources.Net("[Input(1, 400, 400)] [Conv(4, 60, Stride = 300)]"));
        Analysis.Accepts(Sources.Net("[Input(1, 40, 40)] [Conv(4, 5, Stride = 4, Dilation = 3)]"));
    }
}
