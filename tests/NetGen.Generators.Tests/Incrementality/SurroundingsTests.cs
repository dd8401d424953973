using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Snapshots;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Incrementality;

/// <summary>Edits outside of a model's file: which of them can change what it means, and that those which do are seen.</summary>
public sealed class SurroundingsTests
{
    private const string Net = "[Input(20)] [Dense(Sizes.Hidden)] [ReLU] [Head(3)] [SoftmaxCrossEntropy]\npublic sealed partial class Net;";

    private const string Rest = """
        using NetGen;
        public static class Sizes { public const int Hidden = 16; public static int Other = 1; public static int Method() { return 1; } public static int Arrow() => 1; }
        [Layers("[Dense(C)]")] public sealed class HeadAttribute(int c) : BlockAttribute { }
        [Input(8)] [Dense(2)] [MeanSquaredError] public sealed partial class Neighbour;
        """;

    [Theory]
    [InlineData("{ return 1; }", "{ int x = 2; return x; }")]
    [InlineData("=> 1;", "=> 2;")]
    [InlineData("Other = 1", "Other = 2")]
    [InlineData("[Dense(2)]", "[Dense(3)]")]
    [InlineData("[Dense(2)] ", "[Dense(3)] [ReLU] ")]
    [InlineData("public static class Sizes", "// A comment.\npublic static class Sizes")]
    public void WhatCannotMatter_KeepsTheState(string before, string after) => IsSame(Rest, Changed(before, after)).ShouldBeTrue();

    [Theory]
    [InlineData("Hidden = 16", "Hidden = 17")]
    [InlineData("[Dense(C)]", "[Dense(C)] [ReLU]")]
    [InlineData("(int c)", "(int c, int d = 4)")]
    [InlineData("{ }", "{ public int D { get; set; } }")]
    [InlineData("class Neighbour", "class Neighbour2")]
    [InlineData("public static class Sizes", "public sealed class DenseAttribute : System.Attribute; public static class Sizes")]
    [InlineData("public static class Sizes", "public partial class Net { public int Info; } public static class Sizes")]
    [InlineData("using NetGen;", "using NetGen; global using ReLUAttribute = System.ObsoleteAttribute;")]
    public void WhatCanMatter_IsAnotherState(string before, string after) => IsSame(Rest, Changed(before, after)).ShouldBeFalse();

    /// <summary>A block whose layers and base stand on two parts is no model.</summary>
    [Theory]
    [InlineData("[Dense(C)]", "[Dense(C)] [ReLU]")]
    [InlineData("[Dense(2)]", "[Dense(3)]")]
    public void AFileWithABlockInTwoParts_IsAnotherState(string before, string after)
    {
        string parts = Changed("public sealed class HeadAttribute(int c) : BlockAttribute { }", "public sealed partial class HeadAttribute; partial class HeadAttribute(int c) : BlockAttribute { }");

        IsSame(parts, parts.Replace(before, after, StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Fact]
    public void AnotherFile_Reference_OrOption_IsAnotherState()
    {
        Surroundings surroundings = new();
        CSharpCompilation start = Compile(Rest);
        object state = surroundings.StateOf(start);

        surroundings.StateOf(start.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class X;", (CSharpParseOptions)start.SyntaxTrees[0].Options))).ShouldNotBeSameAs(state);
        surroundings.StateOf(start).ShouldBeSameAs(state, "a compilation that was asked for");
        surroundings.StateOf(start.WithReferences(start.References.Skip(1))).ShouldNotBeSameAs(state);
        surroundings.StateOf(start.WithOptions(start.Options.WithAllowUnsafe(false))).ShouldNotBeSameAs(state);
        surroundings.StateOf(start.WithAssemblyName("Other")).ShouldNotBeSameAs(state);
        surroundings.StateOf(start.RemoveSyntaxTrees(start.SyntaxTrees[^1])).ShouldNotBeSameAs(state);
    }

    /// <summary>After every edit the generator has written what a generator that saw none of the others writes.</summary>
    [Fact]
    public void AfterAnyEdits_TheFilesAreThoseOfAFreshRun()
    {
        string[] texts =
        [
            Rest,
            Changed("{ return 1; }", "{ return 2; }"),
            Changed("Hidden = 16", "Hidden = 18"),
            Changed("[Dense(C)]", "[Dense(C)] [ReLU] [Dense(C)]"),
            Changed("[Dense(2)]", "[Dense(5)]"),
            Changed("public static class Sizes", "[NetGen.Dense(4)] public partial class Net { } public static class Sizes"),
            Changed("public static class Sizes", "[NetGen.Input(4)] public partial class Net { } public static class Sizes"),
            Changed("public static class Sizes", "public partial class Net { public int Info; } public static class Sizes"),
            Changed("public static class Sizes", "public partial class Net { public int Info2; } public static class Sizes"),
            Changed("public static class Sizes", "public sealed class ReLUAttribute : System.Attribute; public static class Sizes"),
            Rest,
        ];
        CSharpCompilation compilation = Compile(texts[0]);
        GeneratorDriver driver = Generation.Driver();
        foreach (string text in texts)
        {
            SyntaxTree old = compilation.SyntaxTrees[^1];
            compilation = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, old.FilePath));
            driver = driver.RunGenerators(compilation);
            GeneratorDriverRunResult fresh = Generation.Driver().RunGenerators(compilation).GetRunResult();

            driver.GetRunResult().Diagnostics.Select(d => d.ToString()).ShouldBe(fresh.Diagnostics.Select(d => d.ToString()), text);
            driver.GetRunResult().GeneratedTrees.ToDictionary(t => t.FilePath, t => t.ToString()).ShouldBe(fresh.GeneratedTrees.ToDictionary(t => t.FilePath, t => t.ToString()), ignoreOrder: true, text);
        }
    }

    private static string Changed(string before, string after)
    {
        Rest.ShouldContain(before);
        return Rest.Replace(before, after, StringComparison.Ordinal);
    }

    private static CSharpCompilation Compile(string rest)
    {
        CSharpCompilation net = Sources.Compile(Net);
        return net.AddSyntaxTrees(CSharpSyntaxTree.ParseText(rest, (CSharpParseOptions)net.SyntaxTrees[0].Options, "Rest.cs"));
    }

    private static bool IsSame(string before, string after)
    {
        Surroundings surroundings = new();
        CSharpCompilation first = Compile(before);
        SyntaxTree old = first.SyntaxTrees[^1];
        object state = surroundings.StateOf(first);
        return ReferenceEquals(state, surroundings.StateOf(first.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(after, (CSharpParseOptions)old.Options, old.FilePath))));
    }
}
