using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Parsing;

public class ModelParserTests
{
    private const string Residual =
        "[Input(16, 8, 8)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [BatchNorm] [Add(\"x\")] [ResBlock] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]";

    [Fact]
    public void TwoFreshCompilations_GiveEqualModels()
    {
        ModelDeclaration first = Models.Parse(Sources.Net(Residual));
        ModelDeclaration second = Models.Parse("// Another comment, and other spaces.\n" + Sources.Net(Residual.Replace("] [", "]\n\n[")));
        second.ShouldBe(first);
        second.GetHashCode().ShouldBe(first.GetHashCode());

        ShapedGraph graph = Models.Shaped(Residual);
        ShapedGraph again = Models.Shaped(Residual);
        again.ShouldBe(graph);
        again.GetHashCode().ShouldBe(graph.GetHashCode());
    }

    [Fact]
    public void AnotherArgument_GivesAnotherModel() =>
        Models.Parse(Sources.Net(Residual.Replace("Dense(10)", "Dense(11)"))).ShouldNotBe(Models.Parse(Sources.Net(Residual)));

    [Theory]
    [InlineData("Conv(64, 3)", "Conv(64, 3)")]
    [InlineData("Conv(32 * 2, kernel: 3, Pad=1)", "Conv(64, 3, Pad = 1)")]
    [InlineData("NetGen.ConvAttribute(kernel: 3, filters: 0x40)", "Conv(64, 3)")]
    [InlineData("Conv(64, 1, 7, PadH = 0, PadW = 3, Bias = false)", "Conv(64, 1, 7, PadH = 0, PadW = 3, Bias = false)")]
    [InlineData("Dropout(0.25f)", "Dropout(0.25f)")]
    [InlineData("LeakyReLU", "LeakyReLU")]
    [InlineData("LeakyReLU(0.01f)", "LeakyReLU")]
    [InlineData("LeakyReLU(1e-7f)", "LeakyReLU(1E-07f)")]
    [InlineData("ReLU()", "ReLU")]
    [InlineData("Add(\"a\", \"b\\\"c\")", "Add(\"a\", \"b\\\"c\")")]
    [InlineData("Add(new[] { \"a\" })", "Add(\"a\")")]
    [InlineData("Add", "Add")]
    [InlineData("Dense(10, Name = \"head\", Repeat = 2)", "Dense(10, Name = \"head\", Repeat = 2)")]
    public void Text_IsCanonical(string written, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // Writes 0,25 and an odd minus sign.
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
            Models.Parse(Sources.Net($"[{written}]")).Layers[0].Text.ShouldBe(text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Arguments_GoByTheirNames()
    {
        ArgumentReader conv = new(Models.Parse(Sources.Net("[Conv(8, 1, 7, PadW = 3, Bias = false, Name = \"stem\", Repeat = 2)]")).Layers[0]);
        conv.Layer.Kind.ShouldBe("Conv");
        conv.Layer.Name.ShouldBe("stem");
        conv.Layer.Repeat.ShouldBe(2);
        conv.Int("filters").ShouldBe(8);
        conv.Pair("kernel", 0).ShouldBe((1, 7));
        conv.Pair("Pad", 0).ShouldBe((0, 3));
        conv.Bool("Bias", true).ShouldBeFalse();
        conv.Has("Name").ShouldBeFalse();

    }

    [Theory]
    [InlineData("[Add(\"a\")]", "a")]
    [InlineData("[Concat(\"a\", \"b\")]", "a b")]
    [InlineData("[Multiply(\"a\", \"b\", \"c\", \"d\")]", "a b c d")]
    [InlineData("[Concat(\"a\", \"b\", \"c\", \"d\", \"e\")]", "a b c d e")]
    [InlineData("[Add(tag2: \"b\", tag: \"a\")]", "a b")]
    [InlineData("[Add(\"a\", tag4: \"b\")]", "a b")]
    [InlineData("[Add(new[] { \"a\", \"b\" })]", "a b")]
    [InlineData("[Add]", "")]
    public void Tags_AreAnArrayOrAnArgumentEach(string attribute, string tags) =>
        string.Join(' ', new ArgumentReader(Models.Parse(Sources.Net(attribute)).Layers[0]).Tags()).ShouldBe(tags);

    [Fact]
    public void Layers_AreInSourceOrder()
    {
        ModelDeclaration model = Models.Parse(Sources.Net("[Input(4), Dense(8)] [ReLU, Dense(2)]"));
        model.Layers.Select(l => l.Text).ShouldBe(["Input(4)", "Dense(8)", "ReLU", "Dense(2)"]);
        model.Layers.Select(l => l.Index).ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void Place_IsTold()
    {
        const string Source = "namespace A.@if { partial interface I { partial record struct R { partial record @class { [Input(4)] [Dense(2)] partial class Net; } } } }";
        ModelDeclaration model = Models.Parse(Source, "A.if.I+R+class+Net");
        model.Namespace.ShouldBe("A.@if");
        model.ContainingTypes.ShouldBe([new ContainingType("interface", "I"), new ContainingType("record struct", "R"), new ContainingType("record", "@class")]);
        model.FullName.ShouldBe("A.@if.I.R.@class.Net");
        Models.Parse(Sources.Net("[Input(4)]")).FullName.ShouldBe("Net");
    }

    [Theory]
    [InlineData("[Input(4)] [Conv(8)]")]
    [InlineData("[Input(4)] [Conv(\"8\", 3)]")]
    [InlineData("[Input(4)] [Dense(8, Padding = 1)]")]
    [InlineData("[Input(4)] [Dense(8, Repeat = x)]")]
    public void LayerThatCSharpRefuses_LeavesTheModelIncomplete(string layers)
    {
        ModelDeclaration model = Models.Parse(Sources.Net(layers));
        model.Incomplete.ShouldBeTrue();
        List<Problem> problems = [];
        GraphBuilder.Build(model, problems).ShouldBeNull();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void ModelOnSeveralParts_IsFoundOnce()
    {
        CSharpCompilation compilation = Sources.Compile(
            """
            [System.Obsolete] partial class Net;
            [Input(4)] [Dense(2)] partial class Net;
            [System.Serializable] partial class Net;
            class Other;
            [System.Obsolete] class Third;
            """);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new Finder().AsSourceGenerator());
        driver.RunGenerators(compilation).GetRunResult().GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).ShouldBe(["Net.cs"]);
    }

    /// <summary>Writes an empty file for each model; two of the same name would fail.</summary>
    private sealed class Finder : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(ModelParser.Models(context, new Surroundings()), (output, model) => output.AddSource(model.Declaration.Name + ".cs", ""));
    }
}
