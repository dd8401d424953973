using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Limits;

/// <summary>What depth costs: lines of calls in the text, and hardly any memory in a prediction.</summary>
public sealed class DepthTests
{
    [Fact]
    public void AThriceDeeperNetwork_TakesMoreLinesOfCallsAlone()
    {
        ImmutableArray<GeneratedSourceResult> shallow = Generate(DeepNets.ResNet50);
        ImmutableArray<GeneratedSourceResult> deep = Generate(DeepNets.ResNet152);

        // The stages are the same, so the kernels are.
        Kernels(deep).ShouldBe(Kernels(shallow));
        (Length(deep) - Model(deep)).ShouldBe(Length(shallow) - Model(shallow));

        // 53 and 155 convolutions, each with a batch norm: packs and reductions name their arguments, and calls of kernels their sizes.
        (Model(deep) / 155).ShouldBeLessThan(8_000);
        (Model(shallow) / 53).ShouldBeLessThan(8_000);

        static long Length(ImmutableArray<GeneratedSourceResult> sources) => sources.Sum(s => (long)s.SourceText.Length);

        static int Model(ImmutableArray<GeneratedSourceResult> sources) => sources.Single(s => !IsKernel(s)).SourceText.Length;

        static IEnumerable<string> Kernels(ImmutableArray<GeneratedSourceResult> sources) =>
            sources.Where(IsKernel).Select(s => s.HintName).Where(n => !n.Contains("ClearBorder")).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void APrediction_TakesLittleMoreThanItsTwoLargestValues()
    {
        Plan shallow = Predict(DeepNets.ResNet50);
        Plan deep = Predict(DeepNets.ResNet152);
        long twoLargest = Models.Shaped(DeepNets.ResNet50).Nodes.Select(n => n.Output.Size).OrderDescending().Take(2).Sum();

        (shallow.SlotSize / shallow.Chunk).ShouldBeLessThan(2 * twoLargest);
        deep.SlotSize.ShouldBeLessThanOrEqualTo(shallow.SlotSize);
        deep.UnsharedSlotSize.ShouldBeGreaterThan(10 * deep.SlotSize);
    }

    private static Plan Predict(string layers) => Compiler.Compile(Models.Parse(Sources.Net(layers))).Plan.ShouldNotBeNull().Predict;

    private static bool IsKernel(GeneratedSourceResult source) => source.HintName.Contains(".Kernels-") || source.HintName.Contains(".Tiles-");

    private static ImmutableArray<GeneratedSourceResult> Generate(string layers)
    {
        CSharpCompilation compilation = Sources.Compile(Sources.Net(layers));
        return CSharpGeneratorDriver
            .Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGenerators(compilation)
            .GetRunResult()
            .Results
            .Single()
            .GeneratedSources;
    }
}
