using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Emission;

/// <summary>What an editor shows over a model's name and over its members.</summary>
public sealed class DocumentationTableTests
{
    private const string Layers = "[Input(20)] [Dense(16)] [ReLU] [Dense(3)] [SoftmaxCrossEntropy]";

    [Fact]
    public void AModel_ShowsItsLayerTable() => Documentation(Layers).ShouldBe(
        """
        layer                 output  parameters  MACs
        input1                    20           0     0
        dense1                    16         336   320
        relu1                     16           0     0
        dense2                     3          51    48
        softmaxcrossentropy1       1           0     0
        total                      3         387   368
        """);

    [Fact]
    public void TheUsersSummary_StaysTheOnlyOne()
    {
        CSharpCompilation built = Build("/// <summary>Mine.</summary>\n" + Sources.Net(Layers));

        string text = built.GetTypeByMetadataName("Net")!.GetDocumentationCommentXml()!;

        text.Split("<summary>").Length.ShouldBe(2);
        text.ShouldContain("Mine.");
        text.ShouldContain("dense1 ");
    }

    [Fact]
    public void EveryMember_IsDocumented()
    {
        CSharpCompilation built = Build(Sources.Net(Layers));

        ISymbol[] members = [.. built.GetTypeByMetadataName("Net")!.GetMembers().Where(m => m.DeclaredAccessibility == Accessibility.Public && !m.IsImplicitlyDeclared && m is not IMethodSymbol { MethodKind: MethodKind.PropertyGet })];

        members.Select(m => m.Name).Distinct().ShouldBe(["Info", "InputSize", "OutputSize", "ParameterCount", ".ctor", "FromFile"], ignoreOrder: true);
        members.ShouldAllBe(m => m.GetDocumentationCommentXml()!.Length > 0);
    }

    /// <summary>A deep network stands there as its blocks: 3 stages of 30 blocks are too many rows as well, so the stages stand for them.</summary>
    [Fact]
    public void ADeepNetwork_ShowsItsBlocks()
    {
        const string Block = """
            [Layers("[Conv(C, 3, Pad = 1)] [BatchNorm] [ReLU]")] public sealed class UnitAttribute : BlockAttribute;
            [Layers("[Unit(Repeat = 30)]")] public sealed class StageAttribute : BlockAttribute;
            """;

        // A unit: 4·4·9 weights, 4 biases, 4 scales and 4 shifts; 64 pixels of 144 multiplications.
        Documentation("[Input(4, 8, 8)] [Stage(Repeat = 2)] [GlobalAvgPool] [Dense(2)] [SoftmaxCrossEntropy]", Block).ShouldBe(
            """
            layer                 output  parameters     MACs
            input1                 4×8×8           0        0
            stage1                 4×8×8       4,680  276,480
            stage2                 4×8×8       4,680  276,480
            globalavgpool1             4           0        0
            dense1                     2          10        8
            softmaxcrossentropy1       1           0        0
            total                      2       9,370  552,968
            """);
    }

    [Fact]
    public void ManyLayersInARow_AreCutInTheMiddle()
    {
        string[] rows = Documentation("[Input(4)] [ReLU(Repeat = 98)] [Dense(2)] [SoftmaxCrossEntropy]").Split('\n');

        // The heading, 19 rows, how many more of the 101 there are, 19 rows, the sums.
        rows.Length.ShouldBe(1 + 19 + 1 + 19 + 1);
        rows[19].ShouldStartWith("relu18 ");
        rows[20].TrimEnd().ShouldBe("… 63 more");
        rows[21].ShouldStartWith("relu82 ");
    }

    /// <summary>Code for models of any class; of a wrong model the only error is NetGen's.</summary>
    [Theory]
    [InlineData("[Input(20)] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(20)] [Conv(3, 3)] [SoftmaxCrossEntropy]", "NG0029")]
    public void AModel_IsAnIModel(string layers, params string[] errors)
    {
        CSharpCompilation compilation = Sources.Compile(Sources.Net(layers) + """

            static class Generic
            {
                public static TModel Make<TModel>() where TModel : Model, IModel<TModel> => TModel.Info.InputSize > 0 ? TModel.Create(1) : TModel.FromFile("net.safetensors");
                public static Net Use() => Make<Net>();
            }
            """);

        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Analysis.Generate(compilation);

        reported.Select(d => d.Id).ShouldBe(errors);
        built.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    private static CSharpCompilation Build(string source)
    {
        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Analysis.Generate(Sources.Compile(source));
        reported.ShouldBeEmpty();
        return built;
    }

    /// <summary>The table in the documentation of a model with these layers, without what is around it.</summary>
    private static string Documentation(string layers, string blocks = "")
    {
        string text = Build(blocks + "\n" + Sources.Net(layers)).GetTypeByMetadataName("Net")!.GetDocumentationCommentXml()!;
        int start = text.IndexOf("<code>", StringComparison.Ordinal) + "<code>".Length;
        string[] lines = [.. text[start..text.IndexOf("</code>", StringComparison.Ordinal)].Trim('\r', '\n').Split('\n').Where(l => l.Trim().Length > 0)];
        int indent = lines.Min(l => l.Length - l.TrimStart().Length);
        return string.Join("\n", lines.Select(l => l[indent..].TrimEnd()));
    }
}
