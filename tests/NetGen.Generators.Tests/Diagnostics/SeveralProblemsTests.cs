using NetGen.Generators.Tests.Support;
using Shouldly;

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

    /// <summary>Three independent mistakes are three problems, each at its argument.</summary>
    [Fact]
    public void IndependentMistakes_AreToldAtOnce() => Analysis.Reports(
        Sources.Net("[Input(6, 8, 8)] [Conv(8, 3, Pad = 1, Groups = 4)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [Add(\"x\")] [Dense(10)] [SoftmaxCrossEntropy]"),
        ("NG0026", "Conv has 4 groups, but its input (6, 8, 8) has 6 channels, which do not divide into them: take a number that divides 6", "Groups = 4"),
        ("NG0030", "Add needs (16, 8, 8) but \"x\" is (8, 8, 8): give both the same channels, by their filters or a [Conv(16, 1)] on the shorter way", "\"x\""),
        ("NG0028", "Dense needs a feature vector, but its input is an image: put [Flatten] or [GlobalAvgPool] before it", "Dense(10)"));

    [Fact]
    public void TagsNamesAndUse_AreToldBesideShapes() => Analysis.Reports(
        Sources.Net("[Input(3, 8, 8)] [MaxPool(9)] [Flatten] [Dense(4, Name = \"a\")] [ReLU(Name = \"a\")] [Tag(\"x\")] [Softmax] [From(\"x\")] [Dense(4)] [Dropout(50)] [MeanSquaredError]"),
        ("NG0024", "The kernel of MaxPool covers 9×9, but its input (3, 8, 8) with padding is only 8×8: pad more, take a smaller kernel, or shrink the image less before", "9"),
        ("NG0020", "The name \"a\" is already that of [Dense(4, Name = \"a\")]: take another one", "Name = \"a\""),
        ("NG0018", "Nothing reads the result of [Softmax]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "Softmax"),
        ("NG0023", "rate of Dropout must be at least 0 and below 1, but is 50", "50"));

    /// <summary>What C# refuses hides nothing that does not follow from it.</summary>
    [Theory]
    [InlineData("[Relu]")]
    [InlineData("[Relu(0.1f)]")]
    [InlineData("[Conv(8)]")]
    [InlineData("[Conv(\"8\", 3)]")]
    [InlineData("[Nope(\"x\")]")]
    public void BehindALayerThatCSharpRefuses_MistakesAreTold(string refused) =>
        Analysis.Run(Sources.Compile(Sources.Net($"[Input(3, 8, 8)] {refused} [Flatten] [Conv(0, 3)] [Add(\"gone\")] [Flatten] [Dense(3)] [MaxPool(2)] [MeanSquaredError]")))
            .Select(d => d.Id)
            .Where(id => id != "NG0054")
            .ShouldBe(["NG0029", "NG0023", "NG0015", "NG0029"]);

    /// <summary>A layer that C# refuses may be the one that gives a tag, reads one, is the input or the loss.</summary>
    [Theory]
    [InlineData("[Input(4)] [Tagg(\"x\")] [Dense(4)] [Add(\"x\")]")]
    [InlineData("[Input(4)] [Tag(name)] [Dense(4)] [Add(\"x\")]")]
    [InlineData("[Input(4)] [Tag(\"x\")] [Dense(4)] [Frm(\"x\")] [Dense(4)]")]
    [InlineData("[Inptu(4)] [Dense(4)] [ReLU]")]
    [InlineData("[Input(\"4\")] [Dense(4)] [Conv(3, 3)]")]
    [InlineData("[Input(4)] [Dense(4)] [Output(\"a\")] [Dense(4)] [SoftmaxCrossEntrop]")]
    public void WhatFollowsFromALayerThatCSharpRefuses_IsNotTold(string layers) =>
        Analysis.Run(Sources.Compile(Sources.Net(layers))).Select(d => d.Id).Where(id => id is not ("NG0054" or "NG0029")).ShouldBeEmpty();

    [Fact]
    public void BehindABlockThatRefusesItsArguments_MistakesAreTold() => Analysis.Reports(
        """
        [Input(3, 8, 8)] [Part(8)] [Conv(0, 3)] [Dense(2)]
        public sealed partial class Net;

        [Layers("if (filters > C) { throw \"too many filters\"; } [ReLU]")]
        public sealed class PartAttribute(int filters) : BlockAttribute
        {
            public int Filters { get; } = filters;
        }
        """,
        ("NG0040", "In Part (part1): too many filters", "8"),
        ("NG0023", "filters of Conv must be at least 1, but is 0", "0"),
        ("NG0028", "Dense needs a feature vector, but its input is an image: put [Flatten] or [GlobalAvgPool] before it", "Dense(2)"));

    /// <summary>An unknown tag, a name taken twice, a sum that does not fit: one problem each, whatever depends on them.</summary>
    [Theory]
    [InlineData("NG0015", "[Input(8)] [Tag(\"x\")] [Dense(8)] [Add(\"y\")] [Dense(4)] [Softmax] [MeanSquaredError]")]
    [InlineData("NG0015", "[Input(8)] [Tag(\"x\")] [Dense(8)] [Tag(\"end\")] [From(\"z\")] [Dense(8)] [Add(\"end\")] [MeanSquaredError]")]
    [InlineData("NG0015", "[Input(8)] [Dense(8)] [Concat(\"y\", Repeat = 3)] [Dense(4)]")]
    [InlineData("NG0030", "[Input(3, 8, 8)] [Tag(\"x\")] [Conv(8, 3, Pad = 1)] [Add(\"x\")] [Tag(\"y\")] [Conv(3, 3, Pad = 1)] [Add(\"y\")]")]
    [InlineData("NG0016", "[Input(8)] [Tag(\"x\")] [Dense(8)] [Tag(\"x\")] [From(\"x\")] [Dense(8)] [Add(\"x\")]")]
    [InlineData("NG0010", "[Conv(8, 3)] [Flatten] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("NG0026", "[Input(3, 8, 8)] [Conv(6, 3, Groups = 2, Repeat = 3)]")]
    [InlineData("NG0014", "[Input(4)] [Tag(\"x\")] [Dense(4)] [SoftmaxCrossEntropy] [ReLU] [Add(\"x\")] [Softmax]")]
    [InlineData("NG0015", "[Input(3, 8, 8)] [Tag(\"x\")] [Conv(8, 3, Pad = 1)] [From(\"x\")] [Conv(8, 1)] [Add(\"c\")] [ReLU]")]
    [InlineData("NG0015", "[Input(4)] [Dense(8)] [Add(\"c\")] [ReLU] [Dense(8)] [Add(\"c\")]")]
    [InlineData("NG0020", "[Input(4)] [Input(4, Name = \"more\")] [Input(4, Name = \"more\")] [Add(\"more\")] [Dense(2)]")]
    [InlineData("NG0035", "[Input(16)] [Reshape(1000000, 64, 2)] [ConvTranspose(4, 3, Stride = 2)] [Conv(2, 1)]")]
    [InlineData("NG0029", "[Input(3, 8, 8)] [Flatten] [Tag(\"x\")] [Conv(3, 3, Pad = 1)] [Add(\"x\")] [Conv(8, 3)] [Tag(\"y\")] [From(\"x\")] [Conv(8, 3)] [Add(\"y\")]")]
    [InlineData("NG0018", "[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"y\", Gradient = true)] [ReLU] [From(\"x\")] [Dense(4)]")]
    [InlineData("NG0019", "[Input(4)] [Tag(\"x\")] [Dense(4)] [Add] [Dense(2)]")]
    public void OneMistake_IsOneProblem(string id, string layers) => Analysis.Run(Sources.Compile(Sources.Net(layers))).Select(d => d.Id).ShouldBe([id]);

    /// <summary>Arguments of the same text are told apart by where they stand.</summary>
    [Theory]
    [InlineData("[Input(3, 8, 8)] [Conv(9, 9)]", "NG0024", 26)]
    [InlineData("[Input(3, 8, 8)] [Conv(9, kernel: 9)]", "NG0024", 26)]
    [InlineData("[Input(3, 8, 8)] [Conv(9, 1, 9)]", "NG0024", 29)]
    [InlineData("[Input(4)] [Tag(\"a\")] [Dense(4)] [Add(\"a\", \"b\")]", "NG0015", 43)]
    [InlineData("[Input(4)] [Tag(\"a\")] [Dense(4)] [Add(\"a\", tag3: \"b\")]", "NG0015", 43)]
    [InlineData("[Input(4)] [Tag(\"a\")] [Dense(4)] [Add(new[] { \"a\", \"b\" })]", "NG0015", 51)]
    [InlineData("[Input(4)] [Tag(\"a\")] [Dense(4)] [Add(\"a\", \"a\", \"a\", \"a\", \"b\")]", "NG0015", 58)]
    public void AnArgument_IsShownAtItsPlace(string layers, string id, int column)
    {
        Microsoft.CodeAnalysis.Diagnostic found = Analysis.Run(Sources.Compile(Sources.Net(layers))).ShouldHaveSingleItem();
        found.Id.ShouldBe(id);
        found.Location.GetLineSpan().StartLinePosition.Character.ShouldBe(column);
        Analysis.Generate(Sources.Compile(Sources.Net(layers))).Reported.ShouldHaveSingleItem().Location.GetLineSpan().ShouldBe(found.Location.GetLineSpan());
    }

    /// <summary>Of an attribute on several lines, too.</summary>
    [Fact]
    public void AnArgumentOnALineOfItsOwn_IsShownThere()
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = Sources.Compile(Sources.Net("[Input(3, 8, 8)]\n[Conv(\n  8,\n  3,\n    Groups = 5)]"));

        Analysis.Generate(compilation).Reported.ShouldHaveSingleItem().Location.GetLineSpan().Span.ToString().ShouldBe("(5,4)-(5,14)");
    }
}
