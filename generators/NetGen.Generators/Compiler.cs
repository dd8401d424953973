using NetGen.Generators.Advice;
using NetGen.Generators.Common;
using NetGen.Generators.Dataflow;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;

namespace NetGen.Generators;

/// <summary>The rooms in their order, for the generator and the analyzer: Graph, which infers shapes as it grows, Dataflow, Planning.</summary>
internal static class Compiler
{
    /// <summary>All that is wrong with a declaration, or could be better where nothing is, without a plan.</summary>
    public static IReadOnlyList<Problem> Check(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        if (GraphBuilder.Build(declaration, problems) is { } graph)
        {
            problems.AddRange(Advisor.Find(graph, GradientFlow.Of(graph, training: true)));
        }

        return problems;
    }

    /// <summary>The plan of a declaration, or what is wrong with it.</summary>
    public static CompiledModel Compile(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        ShapedGraph? graph = GraphBuilder.Build(declaration, problems);
        ModelPlan? plan = graph is null || problems.Any(p => Rules.IsError(p.Id))
            ? null
            : ModelPlanner.Plan(declaration, graph, GradientFlow.Of(graph, training: false), GradientFlow.Of(graph, training: true), GradientFlow.OfExplanation(graph), OneStep.Of(graph) is { } step ? (step, GradientFlow.Of(step, training: false)) : null);
        return new CompiledModel(declaration, plan, problems.ToEquatableArray());
    }
}
