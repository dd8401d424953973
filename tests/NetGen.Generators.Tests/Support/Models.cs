using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using Shouldly;

namespace NetGen.Generators.Tests.Support;

/// <summary>Takes models through the rooms, as the generator does.</summary>
internal static class Models
{
    /// <summary>The declaration of a class, by default <c>Net</c>.</summary>
    public static ModelDeclaration Parse(string source, string name = "Net")
    {
        CSharpCompilation compilation = Sources.Compile(source);
        INamedTypeSymbol type = compilation.GetTypeByMetadataName(name).ShouldNotBeNull();
        return ModelParser.Parse(type, compilation, CancellationToken.None).ShouldNotBeNull();
    }

    /// <summary>The graph of a class with these layers, which has no problem.</summary>
    public static LayerGraph Graph(string layers)
    {
        List<Problem> problems = [];
        LayerGraph? graph = LayerGraph.Of(GraphBuilder.Build(Parse(Sources.Net(layers)), problems));
        problems.ShouldBeEmpty();
        return graph.ShouldNotBeNull();
    }

    /// <summary>The same with shapes.</summary>
    public static ShapedGraph Shaped(string layers)
    {
        List<Problem> problems = [];
        ShapedGraph? graph = GraphBuilder.Build(Parse(Sources.Net(layers)), problems);
        problems.ShouldBeEmpty();
        return graph.ShouldNotBeNull();
    }

    /// <summary>C#'s errors in a compilation with all that the generator adds, besides what the generator reports of models.</summary>
    public static IEnumerable<Diagnostic> ErrorsAfterGeneration(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetGenGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> found);
        found.Where(d => !d.Id.StartsWith("NG", StringComparison.Ordinal)).ShouldBeEmpty();
        return output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The last layer before the loss.</summary>
    public static ShapedNode Last(string layers)
    {
        ShapedGraph graph = Shaped(layers);
        return graph.Nodes[graph.Output];
    }

    /// <summary>All parameters with their shapes, such as <c>conv1.weight (8, 3, 3, 3)</c>.</summary>
    public static string[] Parameters(string layers) =>
        [.. Shaped(layers).Nodes.SelectMany(n => n.Parameters.Select(p => $"{n.Node.Path}.{p.Leaf} ({string.Join(", ", p.Shape)})"))];
}
