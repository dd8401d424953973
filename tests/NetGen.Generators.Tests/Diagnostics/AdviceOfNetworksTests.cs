using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using NetGen.Tests;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What is suggested of networks that are good as they are: of the zoo nothing, of the samples what is listed here, each time with reason.</summary>
public sealed class AdviceOfNetworksTests
{
    [Theory]
    [InlineData("src/NetGen.Zoo")]
    [InlineData("samples/Digits")]
    [InlineData("samples/CifarAblation")]
    [InlineData("samples/CifarFast")]
    [InlineData("samples/Classify")]
    [InlineData("samples/Transfer")]
    public void Networks_AreLeftAlone(string folder)
    {
        CSharpCompilation compilation = Sources.Compile("").RemoveAllSyntaxTrees().AddSyntaxTrees(
            Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
                .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f))
                .Append(CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using NetGen;", path: "Usings.cs")));
        Models(compilation).ShouldBeGreaterThan(0);

        Suggestions(compilation).ShouldBe(s_known.TryGetValue(folder, out string[]? known) ? known : []);
    }

    /// <summary>Networks that samples take over as others have described them.</summary>
    private static readonly Dictionary<string, string[]> s_known = new()
    {
        // The described network drops before its softmax.
        ["samples/Digits"] = ["DeepConvNet.cs: NG0065 at 1 layers"],

        // The described networks have a bias everywhere and no padding at strides, so that their parameter counts and sizes are those given.
        ["samples/CifarAblation"] = ["Networks.cs: NG0064 at 22 layers", "Networks.cs: NG0066 at 5 layers"],
    };

    private static int Models(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Sum(t => t.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax>().Count(a => a.Name.ToString() == "Input"));

    private static string[] Suggestions(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> found = Analysis.Run(compilation, advice: true);
        return [.. found
            .Where(d => d.Descriptor.Category == NetGen.Generators.Diagnostics.Rules.Advice)
            .GroupBy(d => $"{Path.GetFileName(d.Location.SourceTree!.FilePath)}: {d.Id}")
            .Select(g => $"{g.Key} at {g.Count()} layers")
            .Order(StringComparer.Ordinal)];
    }
}
