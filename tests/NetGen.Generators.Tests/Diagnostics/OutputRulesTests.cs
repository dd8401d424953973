using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What [Output] may name, weigh and train on.</summary>
public class OutputRulesTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("float.NaN", "NaN")]
    [InlineData("float.PositiveInfinity", "Infinity")]
    public void NG0023_Weight(string weight, string shown)
    {
        Analysis.Reports(
            Sources.Net($"[Input(4)] [Dense(3)] [Output(\"a\", Weight = {weight})] [Dense(3)] [MeanSquaredError]"),
            ("NG0023", $"Weight of Output must be above 0 and finite, but is {shown}", $"Weight = {weight}"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\", Weight = 1e-9f)] [Dense(3)] [MeanSquaredError]"));
    }

    [Fact]
    public void NG0020_DuplicateName()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [Tag(\"x\")] [Output(\"a\")] [Tag(\"a\")] [Output(\"x\")] [Add(\"x\")] [MeanSquaredError]"),
            ("NG0020", "The name \"a\" is already that of [Output(\"a\")]: take another one", "\"a\""),
            ("NG0020", "The name \"a\" is already that of [Output(\"a\")]: take another one", "\"a\""),
            ("NG0020", "The name \"x\" is already that of [Tag(\"x\")]: take another one", "\"x\""));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3, Name = \"a\")] [Output(\"a\")] [Dense(3)] [MeanSquaredError]"));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("\"aux 1\"", "aux 1")]
    [InlineData("\"1\"", "1")]
    public void NG0021_InvalidName(string literal, string name) =>
        Analysis.Reports(
            Sources.Net($"[Input(4)] [Dense(3)] [Output({literal})] [Dense(3)] [MeanSquaredError]"),
            (
                "NG0021",
                $"\"{name}\" cannot be used here: a name is made of the letters a to z, digits and underscores, and does not begin with a digit",
                literal));

    [Theory]
    [InlineData("Repeat = 2", "Repeat")]
    [InlineData("Name = \"b\"", "Name")]
    public void NG0022_SettingWithoutMeaning(string setting, string name) =>
        Analysis.Reports(
            Sources.Net($"[Input(4)] [Dense(3)] [Output(\"a\", {setting})] [Dense(3)] [MeanSquaredError]"),
            ("NG0022", $"Output takes no {name}: leave it out", setting));

    [Fact]
    public void NG0014_LossAfterAnOutputsLoss_IsTheModels()
    {
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [SoftmaxCrossEntropy] [SoftmaxCrossEntropy]"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [SoftmaxCrossEntropy] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)] [Output(\"b\")]"),
            ("NG0014", "[Output(\"b\")] comes after the loss [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)], which must be the last layer: move the loss to the end", "Output(\"b\")"));
    }

    [Fact]
    public void NG0018_ATrainedValue_IsUsed()
    {
        Analysis.Accepts(Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(3)] [Output(\"a\")] [From(\"x\")] [Dense(3)] [MeanSquaredError]"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(3)] [Output(\"a\")] [ReLU] [From(\"x\")] [Dense(3)] [MeanSquaredError]"),
            ("NG0018", "Nothing reads the result of [ReLU]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "ReLU"));
    }

    [Fact]
    public void NG0044_OutputWithoutLoss()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\", Targets = true)] [Dense(3)]"),
            ("NG0044", "[Output(\"a\", Targets = true)] adds to the loss in training, but Net ends in none: add a loss at the end", "Output(\"a\", Targets = true)"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\", Weight = 0.5f)] [Dense(3)]"),
            ("NG0044", "[Output(\"a\", Weight = 0.5f)] adds to the loss in training, but Net ends in none: add a loss at the end", "Output(\"a\", Weight = 0.5f)"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [Dense(3)]"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [ReLU] [Dense(3)] [Output(\"a\")] [MeanSquaredError]"),
            ("NG0044", "[Output(\"a\")] adds to the loss in training, but Net ends in none: add a loss at the end", "Output(\"a\")"));
    }

    [Fact]
    public void NG0020_TheModelsOwnOutput_HasANameWherePredictionsGiveSeveral()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"output\", Targets = true)] [Dense(2)] [MeanSquaredError]"),
            ("NG0020", "The name \"output\" is already that of [Dense(2)]: take another one", "\"output\""));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"output\")] [Dense(2)]"),
            ("NG0020", "The name \"output\" is already that of [Dense(2)]: take another one", "\"output\""));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"output\")] [Dense(3)] [MeanSquaredError]"));
    }

    [Fact]
    public void OutputsWithTargets_HaveShapesAndLossesOfTheirOwn()
    {
        Analysis.Accepts(Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(5)] [Output(\"a\", Targets = true)] [MeanSquaredError] [From(\"x\")] [Dense(3)] [SoftmaxCrossEntropy(IgnoreIndex = 9)]"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(1)] [Output(\"a\", Targets = true)] [SoftmaxCrossEntropy] [From(\"x\")] [Dense(3)] [MeanSquaredError]"),
            ("NG0034", "SoftmaxCrossEntropy (a.softmaxcrossentropy) needs at least two classes, but the output is (1): give its last layer an output a class, or take [BinaryCrossEntropy] for a single one", "SoftmaxCrossEntropy"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(5)] [Tag(\"t\", Gradient = true)] [Tanh] [Output(\"a\", Targets = true)] [MeanSquaredError] [From(\"x\")] [Dense(3)] [SoftmaxCrossEntropy]"),
            ("NG0062", "The tag \"t\" can have no gradient: gradients are those of the model's own output, which does not depend on its value", "Gradient = true"));
    }

    [Fact]
    public void NG0045_OutputTargetsDiffer()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [MeanSquaredError] [Dense(3)] [SoftmaxCrossEntropy]"),
            ("NG0045", "MeanSquaredError trains the output \"a\" on float targets, but the model's loss SoftmaxCrossEntropy takes class labels: all outputs train on the same", "MeanSquaredError"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [SoftmaxCrossEntropy] [Dense(3)] [Huber]"),
            ("NG0045", "SoftmaxCrossEntropy trains the output \"a\" on class labels, but the model's loss Huber takes float targets: all outputs train on the same", "SoftmaxCrossEntropy"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(3)] [Output(\"a\")] [MeanSquaredError] [Dense(3)] [Huber]"));
    }

    [Fact]
    public void NG0046_OutputShapesDiffer()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(5)] [Output(\"a\")] [Dense(3)] [SoftmaxCrossEntropy]"),
            ("NG0046", "The output \"a\" is (5), but it trains on the labels of the model's output (3): give it the same shape", "Output(\"a\")"));
        Analysis.Reports(
            Sources.Net("[Input(4, 6, 6)] [Conv(2, 3)] [Output(\"a\")] [Huber] [Conv(2, 3)] [MeanSquaredError]"),
            ("NG0046", "The output \"a\" is (2, 4, 4), but it trains on the targets of the model's output (2, 2, 2): give it the same shape", "Output(\"a\")"));
        Analysis.Accepts(Sources.Net("[Input(4, 6, 6)] [GlobalAvgPool] [Tag(\"x\")] [Reshape(4, 1, 1)] [Conv(3, 1)] [Output(\"a\")] [From(\"x\")] [Dense(3)] [SoftmaxCrossEntropy]"));
    }

    [Fact]
    public void NG0034_OfAnOutput_NamesIt() =>
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(1)] [Output(\"a\")] [Dense(3)] [SoftmaxCrossEntropy]"),
            ("NG0034", "SoftmaxCrossEntropy (a.softmaxcrossentropy) needs at least two classes, but the output is (1): give its last layer an output a class, or take [BinaryCrossEntropy] for a single one", "Output(\"a\")"));
}
