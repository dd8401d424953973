using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Blocks;

/// <summary>Expressions in a block's text.</summary>
public class BlockExpressionTests
{
    [Theory]
    [InlineData("a * 4", 28)]
    [InlineData("a + b * 2", 13)]
    [InlineData("(a + b) * 2", 20)]
    [InlineData("a / 2", 3)]
    [InlineData("a % 4", 3)]
    [InlineData("-b + 10", 7)]
    [InlineData("a - -b", 10)]
    [InlineData("a > b ? a : b", 7)]
    [InlineData("a == 7 && !(b != 3) ? 1 : 2", 1)]
    [InlineData("a < b || b <= 3 ? 1 : 2", 1)]
    [InlineData("Math.Max(a, b) + Math.Min(a, b)", 10)]
    [InlineData("C + H * W", 35)]
    [InlineData("Half ? 5 : 6", 6)]
    [InlineData("false && a / 0 > 1 ? 1 : 2", 2)]
    [InlineData("Text == \"x\" ? 8 : 9", 8)]
    public void Expression_HasItsValue(string expression, int filters) =>
        Graph($"[Conv({expression}, 1)]").Nodes[1].Spec.ShouldBeOfType<ConvSpec>().Filters.ShouldBe(filters);

    [Theory]
    [InlineData("Rate", 0.5f)]
    [InlineData("Rate / 2", 0.25f)]
    [InlineData("1 - Rate * 0.5f", 0.75f)]
    [InlineData("0.125", 0.125f)]
    [InlineData("0", 0f)]
    public void Number_MayBeAFraction(string expression, float rate) =>
        Graph($"[Dropout({expression})]").Nodes[1].Spec.ShouldBeOfType<DropoutSpec>().Rate.ShouldBe(rate);

    [Fact]
    public void Text_NamesLayersAndTags() =>
        Graph("""[Tag(Text + 1)] [Conv(3, 1, Name = "c" + a)] [Add(Half ? "none" : Text + 1)]""").Nodes.Skip(1).Select(n => n.Path)
            .ShouldBe(["part1.c7", "part1.add1"]);

    [Fact]
    public void SeveralTexts_JoinSeveralValues() =>
        Graph("""[Tag("p")] [ReLU] [Tag("q")] [Sigmoid] [Concat("p", "q")]""").Nodes[3].Inputs.ShouldBe([2, 0, 1]);

    [Fact]
    public void Enumeration_IsNamed() =>
        Graph("[Upsample(2, Mode = UpsampleMode.Bilinear)]").Nodes[1].Spec.ShouldBe(Models.Graph("[Input(3, 4, 8)] [Upsample(2, Mode = UpsampleMode.Bilinear)]").Nodes[1].Spec);

    [Fact]
    public void OneOfSeveralConstructors_Fits()
    {
        Graph("[Conv(4, 1, 3, PadW = b / 3)]").Nodes[1].Spec.ShouldBe(new ConvSpec(4, new Window(1, 3, 1, 1, 0, 1, 1, 1), 1, true));
        Graph("[Conv(kernel: 1, filters: a)]").Nodes[1].Spec.ShouldBe(new ConvSpec(7, new Window(1, 1, 1, 1, 0, 0, 1, 1), 1, true));
    }

    /// <summary>A block of these layers with a = 7, b = 3, Rate = 0.5, Text = "x" over (3, 4, 8).</summary>
    private static LayerGraph Graph(string layers)
    {
        List<Problem> problems = [];
        string source = $$"""""
            [Input(3, 4, 8)] [Part(7)]
            public sealed partial class Net;

            [Layers("""" {{layers}} """")]
            public sealed class PartAttribute(int a, int b = 3) : BlockAttribute
            {
                public int Sum { get; } = a + b;
                public bool Half { get; set; }
                [System.ComponentModel.DefaultValue(0.5f)] public float Rate { get; set; } = 0.5f;
                [System.ComponentModel.DefaultValue("x")] public string Text { get; set; } = "x";
            }
            """"";
        Analysis.Accepts(source);
        return LayerGraph.Of(GraphBuilder.Build(Models.Parse(source), problems)).ShouldNotBeNull(string.Join("\n", problems));
    }
}
