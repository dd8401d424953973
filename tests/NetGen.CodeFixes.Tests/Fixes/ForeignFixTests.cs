using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;
using Shouldly;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>Other frameworks' words become ours.</summary>
public sealed class ForeignFixTests
{
    private const string Class = "\npublic sealed partial class Net;";

    [Theory]
    [InlineData("Conv2D(16, 3, Pad = 1)", "Conv(16, 3, Pad = 1)", "Conv")]
    [InlineData("Conv2d(3, 16, 3, Pad = 1)", "Conv(16, 3, Pad = 1)", "Conv")]
    [InlineData("Conv2d(16, 3)", "Conv(16, 3)", "Conv")]
    [InlineData("BatchNorm2d(3)", "BatchNorm", "BatchNorm")]
    [InlineData("MaxPooling2D(2)", "MaxPool(2)", "MaxPool")]
    [InlineData("UpsamplingBilinear2d(2)", "Upsample(2, Mode = UpsampleMode.Bilinear)", "Upsample")]
    [InlineData("Conb(16, 3)", "Conv(16, 3)", "Conv")]
    [InlineData("NetGen.Conb(16, 3)", "NetGen.Conv(16, 3)", "Conv")]
    public Task ALayer_GetsOurName(string written, string mended, string kind) => Mending.Offers(
        new ForeignLayerFix(), "NG0054", $"[Input(3, 8, 8)]\n[{written}] // x{Class}", ($"Write [{kind}]", $"[Input(3, 8, 8)]\n[{mended}] // x{Class}"));

    [Fact]
    public Task AllLayers_GetOurNames() => Mending.FixesAll(
        new ForeignLayerFix(),
        "NG0054",
        "[Input(3, 8, 8)] [Conv2d(3, 16, 3), BatchNorm2d(16), Swish] [Flatten] [Linear(576, 10)] [CrossEntropyLoss]" + Class,
        "[Input(3, 8, 8)] [Conv(16, 3), BatchNorm, SiLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + Class);

    [Fact]
    public Task WhatIsNoOneLayer_IsLeft() => Mending.OffersNothing(new ForeignLayerFix(), "NG0054", "[Input(3, 8, 8)] [SeparableConv2D(16, 3)]" + Class);

    [Theory]
    [InlineData("// Mine.\n[Input(4)] [Dense(2)] partial class Net;", "// Mine.\nusing NetGen;\n\n[Input(4)] [Dense(2)] partial class Net;")]
    [InlineData("using System;\nusing System.IO; // files\n\n[Input(4)] [Dense(2)] partial class Net;", "using System;\nusing System.IO;\nusing NetGen; // files\n\n[Input(4)] [Dense(2)] partial class Net;")]
    public async Task ALackingUsing_IsAdded(string source, string mended)
    {
        Microsoft.CodeAnalysis.Document document = EditorProject.Open(source);
        System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> found = await EditorProject.Diagnose(document);
        Microsoft.CodeAnalysis.CodeActions.CodeAction action = (await EditorProject.Offers(document, new ForeignLayerFix(), found[0])).ShouldHaveSingleItem();
        action.Title.ShouldBe("Add using NetGen;");
        string text = await EditorProject.ApplyAll(document, new ForeignLayerFix(), "NG0054", action.EquivalenceKey, found);
        text.ShouldBe(mended);
        (await EditorProject.Errors(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Conv(8, 3, Padding = 1)", "Conv(8, 3, Pad = 1)", "Pad = …")]
    [InlineData("Conv(8, 3, use_bias = false)", "Conv(8, 3, Bias = false)", "Bias = …")]
    [InlineData("Conv(8, 3, Strid = 2)", "Conv(8, 3, Stride = 2)", "Stride = …")]
    [InlineData("Conv(8, 3, stride: 2)", "Conv(8, 3, Stride = 2)", "Stride = …")]
    public Task ASetting_GetsOurName(string written, string mended, string title) => Mending.Offers(
        new ForeignSettingFix(), "NG0055", $"[Input(3, 8, 8)] [{written}]{Class}", ($"Write {title}", $"[Input(3, 8, 8)] [{mended}]{Class}"));

    [Fact]
    public Task AllSettings_GetOurNames() => Mending.FixesAll(
        new ForeignSettingFix(),
        "NG0055",
        "[Input(3, 8, 8)] [Conv(Filters = 8, Kernel = 3, Padding = 1, Strides = 2)] [BatchNorm(Eps = 1e-3f)]" + Class,
        "[Input(3, 8, 8)] [Conv(filters: 8, kernel: 3, Pad = 1, Stride = 2)] [BatchNorm(Epsilon = 1e-3f)]" + Class);
}
