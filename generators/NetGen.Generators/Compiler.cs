using NetGen.Generators.Advice;
using NetGen.Generators.Common;
using NetGen.Generators.Dataflow;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;

namespace NetGen.Generators;

/// <summary>The rooms in their order, for the generator and the analyzer: Graph, which infers shapes as it grows, Dataflow, Planning. A network of several sizes goes through all of them once for each.</summary>
internal static class Compiler
{
    /// <summary>All that is wrong with a declaration, or could be better where nothing is, without a plan.</summary>
    public static IReadOnlyList<Problem> Check(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        Build(declaration, problems, advise: true);
        return problems;
    }

    /// <summary>The plan of a declaration, or what is wrong with it.</summary>
    public static CompiledModel Compile(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        ShapedGraph?[] graphs = Build(declaration, problems, advise: false);
        if (problems.Any(p => Rules.IsError(p.Id)) || graphs.Any(g => g is null))
        {
            return new CompiledModel(declaration, null, problems.ToEquatableArray());
        }

        ModelPlan plan = Plan(declaration, graphs[0]!);
        return new CompiledModel(declaration, plan, problems.ToEquatableArray(), graphs.Skip(1).Select((g, i) => Plan(declaration.AtSize(i + 1), g!)).ToEquatableArray());
    }

    private static ModelPlan Plan(ModelDeclaration declaration, ShapedGraph graph) =>
        ModelPlanner.Plan(declaration, graph, GradientFlow.Of(graph, training: false), GradientFlow.Of(graph, training: true), GradientFlow.OfExplanation(graph), OneStep.Of(graph) is { } step ? (step, GradientFlow.Of(step, training: false)) : null);

    /// <summary>The network at each size, mostly one alone; null where it is in error.</summary>
    private static ShapedGraph?[] Build(ModelDeclaration declaration, List<Problem> problems, bool advise)
    {
        if (declaration.Sizes.Count <= 1)
        {
            return [Build(declaration, advise, problems)];
        }

        ShapedGraph?[] graphs = new ShapedGraph?[declaration.Sizes.Count];
        List<Problem>[] found = [.. graphs.Select(_ => new List<Problem>())];
        for (int i = 0; i < graphs.Length; i++)
        {
            graphs[i] = Build(declaration.AtSize(i), advise, found[i]);
        }

        problems.AddRange(SizedProblems.Merge(declaration.Sizes, found));
        for (int i = 1; i < graphs.Length; i++)
        {
            if (graphs[0] is { } first && graphs[i] is { } further)
            {
                SizeChecks.Compare(declaration, first, further, i, problems);
            }
        }

        return graphs;
    }

    private static ShapedGraph? Build(ModelDeclaration declaration, bool advise, List<Problem> problems)
    {
        ShapedGraph? graph = GraphBuilder.Build(declaration, problems);
        if (advise && graph is not null)
        {
            problems.AddRange(Advisor.Find(graph, GradientFlow.Of(graph, training: true)));
        }

        return graph;
    }
}
