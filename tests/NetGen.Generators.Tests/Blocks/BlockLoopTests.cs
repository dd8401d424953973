using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Blocks;

/// <summary>Loops, names and arrays in a block's text.</summary>
public sealed class BlockLoopTests
{
    private const string Parameters = "(int depth = 3, params int[] widths)";

    [Theory]
    [InlineData("for (int i = 0; i < depth; i++) { [Conv(i + 1, 1)] }", "Conv(1, 1) Conv(2, 1) Conv(3, 1)")]
    [InlineData("for (int i = depth; i > 0; i -= 2) { [Conv(i, 1)] [ReLU] }", "Conv(3, 1) ReLU Conv(1, 1) ReLU")]
    [InlineData("for (var i = 1; i <= 9; i *= depth) { [Conv(i, 1)] }", "Conv(1, 1) Conv(3, 1) Conv(9, 1)")]
    [InlineData("for (int i = 0; i < 2; ++i) { for (int j = i; j < 2; j = j + 1) { [Conv(10 * i + j + 1, 1)] } }", "Conv(1, 1) Conv(2, 1) Conv(12, 1)")]
    [InlineData("for (int i = 5; i < depth; i++) { [Tanh] } [ReLU]", "ReLU")]
    [InlineData("foreach (int width in widths) { [Conv(width, 1)] }", "Conv(8, 1) Conv(16, 1)")]
    [InlineData("foreach (var width in [4, depth]) { [Conv(width, 1)] }", "Conv(4, 1) Conv(3, 1)")]
    [InlineData("foreach (float rate in new[] { 0.25f, 0.5f }) { [Dropout(rate)] }", "Dropout(0.25f) Dropout(0.5f)")]
    [InlineData("for (int i = 0; i < widths.Length; i++) { [Conv(widths[i], 1)] if (i + 1 < widths.Length) { [ReLU] } }", "Conv(8, 1) ReLU Conv(16, 1)")]
    [InlineData("[Conv(widths[^1] / widths[0], 1)]", "Conv(2, 1)")]
    [InlineData("int half = depth / 2; [Conv(half, 1)]", "Conv(1, 1)")]
    [InlineData("int channels = C; for (int i = 0; i < depth; i++) { channels += 4; [Conv(channels, 1)] }", "Conv(7, 1) Conv(11, 1) Conv(15, 1)")]
    [InlineData("float scale = 2; scale = scale / 4; [Dropout(scale)]", "Dropout(0.5f)")]
    [InlineData("bool wide = depth > 2; string tag = \"t\" + depth; [Tag(tag)] [ReLU] if (wide) { [Add(tag)] }", "ReLU Add(\"t3\")")]
    [InlineData("int[] own = [1, 2]; foreach (int w in own) { [Conv(w, 1)] }", "Conv(1, 1) Conv(2, 1)")]
    [InlineData("{0}", "")]
    [InlineData("if (depth == 3) { int x = 1; [Conv(x, 1)] } else { int x = 2; [Conv(x, 1)] } int x = 5; [Conv(x, 1)]", "Conv(1, 1) Conv(5, 1)")]
    [InlineData("[Conv((int)(1.5 * depth), 1)]", "Conv(4, 1)")]
    [InlineData("[Conv((int)Math.Ceiling(depth * 1.1), 1)]", "Conv(4, 1)")]
    [InlineData("[Conv((int)Math.Round(2.5), 1)]", "Conv(2, 1)")]
    [InlineData("[Conv((int)Math.Pow(2, depth) + (int)Math.Sqrt(16) + (int)Math.Log2(1024) + Math.Abs(-1) + (int)Math.Floor(1.9), 1)]", "Conv(24, 1)")]
    [InlineData("foreach (bool bias in [true, false]) { [Conv(1, 1, Bias = bias)] }", "Conv(1, 1, Bias = true) Conv(1, 1, Bias = false)")]
    [InlineData("string[] tags = [\"a\", \"b\"]; foreach (string tag in tags) { [ReLU] [Tag(tag)] } [Concat(tags)]", "ReLU ReLU Concat(\"a\", \"b\")")]
    public void Text_GivesItsLayers(string text, string layers)
    {
        if (text == "{0}")
        {
            text = "[ReLU] // alone\n/* nothing */ for (int i = 0; /* at once */ i < 1; i++) // once\n { [Tanh] }";
            layers = "ReLU Tanh";
        }

        Titles(text, "[Part(3, 8, 16)]").ShouldBe(layers);
    }

    /// <summary>The widths of VGG-11's stages, as a user would write them.</summary>
    [Fact]
    public void ANetworkOfStages_IsWrittenInALoop()
    {
        const string source = """"
            [Input(3, 32, 32)]
            [Stages(new[] { 64, 128, 256 }, Depths = new[] { 1, 1, 2 })]
            [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]
            public sealed partial class Net;

            [Layers("""
                if (widths.Length != Depths.Length) { throw "widths and Depths are as many, but are " + widths.Length + " and " + Depths.Length; }
                for (int stage = 0; stage < widths.Length; stage++)
                {
                    for (int i = 1; i <= Depths[stage]; i++)
                    {
                        [Conv(widths[stage], 3, Pad = 1, Name = "stage" + (stage + 1) + "_" + i)] [ReLU]
                    }
                    [MaxPool(2)]
                }
                """)]
            public sealed class StagesAttribute(int[] widths) : BlockAttribute
            {
                public int[] Widths { get; } = widths;
                public int[] Depths { get; set; } = [];
            }
            """";
        Analysis.Accepts(source);
        Models.ErrorsAfterGeneration(Sources.Compile(source)).ShouldBeEmpty();
        List<Problem> problems = [];
        LayerGraph graph = LayerGraph.Of(GraphBuilder.Build(Models.Parse(source), problems)).ShouldNotBeNull(string.Join("\n", problems));
        graph.Nodes.Where(n => n.Spec is ConvSpec).Select(n => $"{n.Path} {n.Spec.ShouldBeOfType<ConvSpec>().Filters}")
            .ShouldBe(["stages1.stage1_1 64", "stages1.stage2_1 128", "stages1.stage3_1 256", "stages1.stage3_2 256"]);
    }

    /// <summary>Arrays go on to a block within, as they are and element by element.</summary>
    [Fact]
    public void Arrays_AreHandedOn()
    {
        const string source = """"
            [Input(3, 4, 4)] [Outer(2, 5)] public sealed partial class Net;

            [Layers("[Inner(widths, Rates = [0.25f, 0.5f])] [Inner([7])]")]
            public sealed class OuterAttribute(params int[] widths) : BlockAttribute { public int[] Widths { get; } = widths; }

            [Layers("foreach (int w in widths) { [Conv(w, 1)] } foreach (float r in Rates) { [Dropout(r)] }")]
            public sealed class InnerAttribute(int[] widths) : BlockAttribute { public int[] Widths { get; } = widths; public float[] Rates { get; set; } = []; }
            """";
        Analysis.Accepts(source);
        List<Problem> problems = [];
        LayerGraph graph = LayerGraph.Of(GraphBuilder.Build(Models.Parse(source), problems)).ShouldNotBeNull(string.Join("\n", problems));
        string.Join(" ", graph.Nodes.Skip(1).Select(n => n.Title)).ShouldBe("Conv(2, 1) Conv(5, 1) Dropout(0.25f) Dropout(0.5f) Conv(7, 1)");
    }

    /// <summary>What cannot be read is told at its place in the text.</summary>
    [Theory]
    [InlineData("for (i = 0; i < 1; i++) { }", "a for begins with the name that it counts with, such as int i = 0", "i")]
    [InlineData("for (int i = 0; i < 1; i++ { }", "a ) is missing", "{")]
    [InlineData("for (int i = 0; j < 1; i++) { }", "there is no \"j\"; it can refer to depth, widths, C, H, W, i", "j")]
    [InlineData("for (int i = 0; i < 1; depth++) { }", "\"depth\" cannot change: only a name that this text declares can", "d")]
    [InlineData("for (int i = 0; i < 1; i + 1) { }", "\"i + 1\" stands where a layer in brackets or a statement is expected", "i")]
    [InlineData("for (int i = 0; i < 1; i++) { [ReLU]", "a } is missing", null)]
    [InlineData("foreach (width in widths) { }", "a foreach begins with the name of an element, such as int width in widths", "w")]
    [InlineData("foreach (int width of widths) { }", "an in is missing", "o")]
    [InlineData("int depth = 2;", "there is a \"depth\" already", "i")]
    [InlineData("int x = x;", "there is no \"x\"; it can refer to depth, widths, C, H, W", "x;")]
    [InlineData("if (true) { int x = 2; } [Conv(x, 1)]", "there is no \"x\"; it can refer to depth, widths, C, H, W", "x, 1")]
    [InlineData("int x = 2", "a ; is missing", null)]
    [InlineData("int x = depth[0];", "\"depth[0]\" is no expression that a block can hold", "depth[")]
    [InlineData("int x = 1; int y = x.Length;", "\"x.Length\" is no expression that a block can hold", "x.L")]
    [InlineData("int x = 1; x <<= 2;", "\"<<=\" is no assignment that a block can hold", "x <<")]
    [InlineData("[Conv(Math.Sin(1), 1)]", "\"Math.Sin(1)\" is no expression that a block can hold", "M")]
    [InlineData("[Conv((long)1, 1)]", "\"(long)1\" is no expression that a block can hold", "(long")]
    public void WhatCannotBeRead_IsToldAtItsPlace(string text, string message, string? place)
    {
        LayersText reader = new(text, new LayerBinder(Sources.Compile("public class None;").GetTypeByMetadataName("None")!), [new BlockParameter("depth", BlockType.Int, null), new BlockParameter("widths", BlockType.Ints, null)]);

        BlockTextException wrong = Should.Throw<BlockTextException>(() => reader.Read());

        wrong.Message.ShouldBe(message);
        if (place is not null)
        {
            text[wrong.Start..].ShouldStartWith(place);
        }
    }

    /// <summary>What has no value at a use is told there, on the argument it comes from.</summary>
    [Theory]
    [InlineData("[Conv(widths[depth], 1)]", "[Part(3, 8)]", "[Conv(widths[depth], 1)] cannot be worked out: [8] has no element 3", null)]
    [InlineData("int w = widths[0] - 8; [Conv(w, 1)]", "[Part(4, 8, 9)]", null, "8, 9")]
    [InlineData("for (int i = 1; i > 0; i++) { }", "[Part(3)]", "for (int i = 1; i > 0; i++) cannot be worked out: it goes round more than 10000 times", null)]
    [InlineData("foreach (int w in depth) { }", "[Part(4)]", "foreach (int w in depth) cannot be worked out: an array of whole numbers is needed, but 4 is a whole number", "4")]
    [InlineData("int x = 2.5f;", "[Part(3)]", "int x = 2.5f cannot be worked out: a whole number is needed, but 2.5f is a number", null)]
    [InlineData("int x = 1; x += 0.5f;", "[Part(3)]", "x += 0.5f cannot be worked out: a whole number is needed, but 1.5f is a number", null)]
    [InlineData("[Dropout(Math.Sqrt(0 - depth))]", "[Part(4)]", "[Dropout(Math.Sqrt(0 - depth))] cannot be worked out: Math.Sqrt(-4) has no value", "4")]
    public void WhatHasNoValue_IsToldAtTheUse(string text, string use, string? message, string? argument)
    {
        CSharpCompilation compilation = Sources.Compile(Source(text, use));

        Diagnostic found = Analysis.Run(compilation).ShouldHaveSingleItem();

        if (message is not null)
        {
            found.GetMessage(CultureInfo.InvariantCulture).ShouldContain(message);
        }

        Analysis.At(found, compilation).ShouldBe(argument ?? use[1..^1]);
    }

    private static string Source(string text, string use) => $$"""""
        [Input(3, 4, 8)] {{use}}
        public sealed partial class Net;

        [Layers(""""
        {{text}}
        """")]
        public sealed class PartAttribute{{Parameters}} : BlockAttribute
        {
            public int Depth { get; } = depth;
            public int[] All { get; } = widths;
        }
        """"";

    private static string Titles(string text, string use)
    {
        List<Problem> problems = [];
        string source = Source(text, use);
        Analysis.Accepts(source);
        LayerGraph graph = LayerGraph.Of(GraphBuilder.Build(Models.Parse(source), problems)).ShouldNotBeNull(string.Join("\n", problems));
        return string.Join(" ", graph.Nodes.Skip(1).Select(n => n.Title));
    }
}
