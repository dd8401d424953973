using Microsoft.CodeAnalysis;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Networks that are compiled for several sizes: what can be wrong with how they are declared, and what does not fit at each size.</summary>
public sealed class SizeRulesTests
{
    private const string Using = "using static NetGen.Dimension;\n";

    private const string Rest = " [Conv(4, 3, Pad = 1)] [ReLU] [GlobalAvgPool] [Dense(2)]";

    [Theory]
    [InlineData("Input(3, Any, Any)", "Input(3, Any, Any) leaves its height and width open", "Any")]
    [InlineData("Input(3, 8, Any)", "Input(3, 8, Any) leaves its width open", "Any")]
    [InlineData("Input(3, Any, 8)", "Input(3, Any, 8) leaves its height open", "Any")]
    [InlineData("Input(w: 8, c: 3, h: Any)", "Input(3, Any, 8) leaves its height open", "h: Any")]
    public void NG0081(string input, string message, string at) =>
        Reports($"[{input}]{Rest}", ("NG0081", $"{message}, but says no size that the network is compiled for: add them, such as Sizes = \"240x320, 480x640\"", at));

    [Theory]
    [InlineData("Input(Any)", "Any means nothing in [Input(Any)]: it stands for the height or the width of images alone, so write a number", "Any")]
    [InlineData("Input(Any, 8)", "Any means nothing in [Input(Any, 8)]: it stands for the height or the width of images alone, so write a number", "Any")]
    [InlineData("Input(8, features: Any)", "Any means nothing in [Input(8, Any)]: it stands for the height or the width of images alone, so write a number", "features: Any")]
    [InlineData("Input(Any, 8, 8)", "Any means nothing in [Input(Any, 8, 8)]: it stands for the height or the width of images alone, so write a number", "Any")]
    [InlineData("Input(3, 8, 8, Sizes = \"8x8\")", "Sizes means nothing in [Input(3, 8, 8, Sizes = \"8x8\")]: its height and width are numbers, so write Any for what the sizes are to say, or leave them out", "Sizes = \"8x8\"")]
    [InlineData("Input(3, Sizes = \"8x8\")", "Sizes means nothing in [Input(3, Sizes = \"8x8\")]: sizes are those of images, so leave them out", "Sizes = \"8x8\"")]
    public void NG0082(string input, string message, string at) => Reports($"[{input}] [Dropout(0.5f)]", ("NG0082", message, at));

    [Theory]
    [InlineData("Any, Any", "8*8", "\"8*8\"", "write a height and a width as \"240x320\", with commas between sizes")]
    [InlineData("Any, Any", "", "\"\"", "write a height and a width as \"240x320\", with commas between sizes")]
    [InlineData("Any, Any", "8x8,", "\"\"", "write a height and a width as \"240x320\", with commas between sizes")]
    [InlineData("Any, Any", "8x8x8", "\"8x8x8\"", "write a height and a width as \"240x320\", with commas between sizes")]
    [InlineData("Any, Any", "8x8 9x9", "\"8x8 9x9\"", "write a height and a width as \"240x320\", with commas between sizes")]
    [InlineData("Any, Any", "8x8, 0x9", "\"0x9\"", "a height and a width are from 1 to 16777216")]
    [InlineData("Any, Any", "8x8, 9x-9", "\"9x-9\"", "a height and a width are from 1 to 16777216")]
    [InlineData("Any, Any", "8x8, 9x99999999999", "\"9x99999999999\"", "a height and a width are from 1 to 16777216")]
    [InlineData("Any, Any", "8x8, 9x9, 8x8", "\"8x8\"", "it stands there before, so leave it out")]
    [InlineData("Any, Any", "1x1, 2x2, 3x3, 4x4, 5x5, 6x6, 7x7, 8x8, 9x9", "9 sizes", "the network is compiled for each of them, so write 8 at most")]
    [InlineData("32, Any", "32x10, 24x20", "\"24x20\"", "the height of the input is 32, so write 32x20, or Any for its height")]
    [InlineData("Any, 32", "10x32, 20x24", "\"20x24\"", "the width of the input is 32, so write 20x32, or Any for its width")]
    public void NG0083(string open, string sizes, string what, string remedy) =>
        Reports($"[Input(3, {open}, Sizes = \"{sizes}\")]{Rest}", ("NG0083", $"The Sizes of Input have {what}: {remedy}", $"Sizes = \"{sizes}\""));

    [Fact]
    public void NG0083_OpenInputs_HaveAsManySizes() => Reports(
        "[Input(3, Any, Any, Sizes = \"8x8, 16x16\")] [Input(3, Any, Any, Sizes = \"4x4\", Name = \"small\")] [MaxPool(2)] [Add(\"small\")]",
        ("NG0083", "The Sizes of Input have 1 size: [Input(3, Any, Any, Sizes = \"8x8, 16x16\")] has 2, and those at the same place go together", "Sizes = \"4x4\""));

    [Fact]
    public void NG0083_IsToldWithWhatComesAfter() => Reports(
        "[Input(3, Any, Any, Sizes = \"8x8, 9\")] [Dense(2)]",
        ("NG0083", "The Sizes of Input have \"9\": write a height and a width as \"240x320\", with commas between sizes", "Sizes = \"8x8, 9\""),
        ("NG0028", "Dense needs a feature vector, but its input is the image (3, 8, 8): put [Flatten] or [GlobalAvgPool] before it", "Dense(2)"));

    [Theory]
    [InlineData("[Flatten] [Dense(2)]", "The weight of Dense (dense1) is (2, 768) at 16x16, but (2, 192) at 8x8, and all sizes share their parameters: put [GlobalAvgPool] in place of [Flatten], or compute with a [Conv]", "Dense(2)")]
    [InlineData("[LayerNorm]", "The weight of LayerNorm (layernorm1) is (3, 16, 16) at 16x16, but (3, 8, 8) at 8x8, and all sizes share their parameters: take [GroupNorm(1)], whose parameters are those of channels", "LayerNorm")]
    public void NG0084(string layers, string message, string at) => Reports($"[Input(3, Any, Any, Sizes = \"8x8, 16x16\")] {layers}", ("NG0084", message, at));

    /// <summary>Where sizes are three, a layer that depends on them is told once.</summary>
    [Fact]
    public void NG0084_IsToldOnce() => Reports(
        "[Input(3, Any, Any, Sizes = \"8x8, 16x16, 24x24\")] [Flatten] [Dense(2)]",
        ("NG0084", "The weight of Dense (dense1) is (2, 768) at 16x16, but (2, 192) at 8x8, and all sizes share their parameters: put [GlobalAvgPool] in place of [Flatten], or compute with a [Conv]", "Dense(2)"));

    [Fact]
    public void NG0084_ABlockOfOtherLayersAtOtherSizes() => Analysis.Reports(
        Using + """
            [Layers("if (H > 8) { [Conv(4, 3, Pad = 1)] } [Conv(4, 1)]")]
            public sealed class StemAttribute : BlockAttribute;

            [Input(3, Any, Any, Sizes = "8x8, 16x16")] [Stem] [ReLU] [GlobalAvgPool] [Dense(2)]
            public sealed partial class Net;
            """,
        ("NG0084", "The weight of Conv (stem1.conv1 in Stem) is (4, 3, 3, 3) at 16x16, but (4, 3, 1, 1) at 8x8, and all sizes share their parameters: let the block have the same layers with parameters whatever the size of its input is", "Stem"));

    [Theory]
    [InlineData("[Conv(4, 1)] if (H > 8) { [BatchNorm] }", "There is stem1.batchnorm1.weight at 16x16, but dense1.weight in its place at 8x8")]
    [InlineData("[Conv(4, 1)] if (H == 8) { [BatchNorm] }", "There is dense1.weight at 16x16, but stem1.batchnorm1.weight in its place at 8x8")]
    [InlineData("[Conv(4, 1, Bias = H == 8)]", "There is dense1.weight at 16x16, but stem1.conv1.bias in its place at 8x8")]
    [InlineData("if (H == 8) { [BatchNorm] [Conv(4, 1)] } else { [Conv(4, 1)] [BatchNorm] }", "There is stem1.conv1.weight at 16x16, but stem1.batchnorm1.weight in its place at 8x8")]
    public void NG0084_ABlockOfOtherParametersAtOtherSizes(string layers, string message) => Analysis.Reports(
        Using + $$"""
            [Layers("{{layers}}")]
            public sealed class StemAttribute : BlockAttribute;

            [Input(3, Any, Any, Sizes = "8x8, 16x16")] [Stem] [ReLU] [GlobalAvgPool] [Dense(2)]
            public sealed partial class Net;
            """,
        ("NG0084", $"{message}, and all sizes share their parameters: let the block have the same layers with parameters whatever the size of its input is", "Stem"));

    /// <summary>What does not fit at one size says at which; what fits at none of them has no size to name.</summary>
    [Fact]
    public void ShapeErrors_NameTheirSize() => Reports(
        "[Input(3, Any, Any, Sizes = \"9x9, 4x12, 2x2\")] [Conv(4, 5)] [ReLU] [GlobalAvgPool] [Dense(0)]",
        ("NG0024", "The kernel of Conv covers 5×5, but its input (3, 4, 12) with padding is only 4×12: pad more, take a smaller kernel, or shrink the image less before (at the size 4x12)", "5"),
        ("NG0023", "units of Dense must be at least 1, but is 0", "0"));

    /// <summary>A mistake whose message has shapes in it is shown with those of the first size.</summary>
    [Fact]
    public void ShapeErrorsOfEverySize_AreToldOfTheFirst() => Reports(
        "[Input(3, Any, Any, Sizes = \"9x9, 4x12\")] [Dense(2)]",
        ("NG0028", "Dense needs a feature vector, but its input is the image (3, 9, 9): put [Flatten] or [GlobalAvgPool] before it (at the size 9x9)", "Dense(2)"));

    [Fact]
    public void Suggestions_NameTheirSize() => Analysis.Advises(
        Using + Sources.Net("[Input(3, Any, Any, Sizes = \"8x8, 7x7\")] [MaxPool(2)] [GlobalAvgPool] [Dense(2)]"),
        ("NG0066", "[MaxPool(2)] never reads the last row and the last column of its input (3, 7, 7): set CeilMode = true, pad, or take another kernel or stride (at the size 7x7)", "MaxPool(2)"));

    [Theory]
    [InlineData("[Input(3, Any, Any, Sizes = \"8x8\")]" + Rest)]
    [InlineData("[Input(3, Any, Any, Sizes = \" 8x8 ,16x24\")]" + Rest)]
    [InlineData("[Input(3, 8, Any, Sizes = \"8x8, 8x9, 8x10\")]" + Rest)]
    [InlineData("[Input(3, Any, Any, Sizes = \"1x1, 2x2, 3x3, 4x4, 5x5, 6x6, 7x7, 8x8\")]" + Rest)]
    [InlineData("[Input(3, Any, Any, Sizes = \"8x8, 16x16\")] [Input(3, Any, Any, Sizes = \"4x4, 8x8\", Name = \"small\")] [MaxPool(2)] [Add(\"small\")]" + Rest)]
    [InlineData("[Input(5)] [Input(3, Any, Any, Sizes = \"8x8, 16x16\", Name = \"image\")] [Dense(3)] [Multiply(\"image\")]" + Rest)]
    public void Sizes_AreAccepted(string layers) => Analysis.Accepts(Using + Sources.Net(layers));

    /// <summary>Members of the user's with the names of what is generated.</summary>
    [Fact]
    public void NG0053_SizesHaveClasses()
    {
        Analysis.Reports(
            Using + "[Input(3, Any, Any, Sizes = \"8x8, 16x16\")]" + Rest + " public sealed partial class Net { public int Size16x16; public int Size8x8; private void CreateForSize() { } }",
            ("NG0053", "A member cannot be named Size16x16: the member Size16x16 of Net is generated, so take another name", "Size16x16"),
            ("NG0053", "A member cannot be named CreateForSize: the member CreateForSize of Net is generated, so take another name", "CreateForSize"));
        Analysis.Accepts("[Input(3, 8, 8)]" + Rest + " public sealed partial class Net { public int Size16x16; private void CreateForSize() { } }");
    }

    /// <summary>A model in error has its members all the same.</summary>
    [Fact]
    public void CodeThatUsesAModelInError_Compiles() => Models.ErrorsAfterGeneration(Sources.Compile(
        Using + Sources.Net("[Input(3, Any, Any, Sizes = \"8x8, 16x16\")] [Flatten] [Dense(2)]")
        + " public static class User { public static int Run(Net net) { net.ForSize(16, 16).Dispose(); return Net.Size16x16.InputSize + Net.Size16x16.Info.OutputSize; } }"))
        .Select(d => d.ToString()).ShouldBeEmpty();

    private static void Reports(string layers, params (string Id, string Message, string At)[] expected) => Analysis.Reports(Using + Sources.Net(layers), expected);
}
