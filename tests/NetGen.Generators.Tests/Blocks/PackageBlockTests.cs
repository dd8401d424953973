using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Blocks;

/// <summary>Blocks of a compiled assembly, of which only the metadata are left.</summary>
public class PackageBlockTests
{
    private const string Net = "using My.Blocks;\n[Input(3, 8, 8)] [ConvUnit(16, Stride = 2)] [Plain] [Units(4, times: 3)] [GlobalAvgPool] [Dense(2)]\npublic sealed partial class Net;\n";

    [Fact]
    public void Package_GivesTheSameGraphAsSource()
    {
        ModelDeclaration fromSource = Models.Parse(Net + BlockSources.Own);
        ModelDeclaration fromPackage = Parse(Against(BlockSources.Own, Net));
        fromPackage.Blocks.Count.ShouldBe(3);
        for (int i = 0; i < 3; i++)
        {
            fromPackage.Blocks[i].ShouldBe(fromSource.Blocks[i] with { IsSource = false, Assembly = "Package" });
        }

        Graph(fromPackage).ShouldBe(Graph(fromSource));
    }

    [Fact]
    public void Layers_KeepTheirOrder()
    {
        // Enough attributes of several classes that any other order than the written one would show.
        string layers = string.Concat(Enumerable.Range(1, 40).Select(i => (i % 4) switch
        {
            0 => $"[Conv({i}, 1)]",
            1 => $"[Layers(\"[Conv({i}, 1)]\")]",
            2 => "[Tanh]",
            _ => $"[Dropout(0.{i:00}f)]",
        }));
        LayerGraph graph = Graph(Parse(Against($"{layers} public sealed class LongAttribute : BlockAttribute;", "[Input(3, 8, 8)] [Long] public sealed partial class Net;")));
        graph.Nodes.Skip(1).Select(n => n.Title).ShouldBe(Enumerable.Range(1, 40).Select(i => (i % 4) switch
        {
            0 or 1 => $"Conv({i}, 1)",
            2 => "Tanh",
            _ => FormattableString.Invariant($"Dropout({i / 100f}f)"),
        }));
    }

    [Fact]
    public void BuiltIns_ComeFromAPackageThemselves() =>
        Models.Parse(Sources.Net("[Input(3, 8, 8)] [ResBlock]")).Blocks.Single().ShouldSatisfyAllConditions(
            block => block.Kind.ShouldBe("ResBlock"),
            block => block.IsSource.ShouldBeFalse(),
            block => block.Assembly.ShouldBe("NetGen"));

    [Fact]
    public void BlockInError_IsReportedAtItsUse() =>
        Analysis.Reports(
            Against("[Layers(\"[Cnov(3, 1)]\")] public sealed class BadAttribute : BlockAttribute;", "[Input(3, 8, 8)] [ReLU] [Bad]\npublic sealed partial class Net;"),
            ("NG0043", "Bad of Package cannot be used: there is no layer \"Cnov\"", "Bad"));

    private static CSharpCompilation Against(string package, string source)
    {
        using MemoryStream stream = new();
        Sources.Compile(package).WithAssemblyName("Package").Emit(stream).Success.ShouldBeTrue();
        return Sources.Compile(source).AddReferences(MetadataReference.CreateFromImage(stream.ToArray()));
    }

    private static ModelDeclaration Parse(CSharpCompilation compilation) =>
        ModelParser.Parse(compilation.Assembly.GetTypeByMetadataName("Net").ShouldNotBeNull(), compilation, CancellationToken.None).ShouldNotBeNull();

    private static LayerGraph Graph(ModelDeclaration declaration)
    {
        List<Problem> problems = [];
        LayerGraph? graph = LayerGraph.Of(GraphBuilder.Build(declaration, problems));
        problems.ShouldBeEmpty();
        return graph.ShouldNotBeNull();
    }
}
