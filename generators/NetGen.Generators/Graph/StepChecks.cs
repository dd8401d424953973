using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Shapes;

namespace NetGen.Generators.Graph;

/// <summary>Finds what of a network cannot be predicted step by step, where an input asks for it.</summary>
internal static class StepChecks
{
    public static void Check(ShapedGraph graph, List<Problem> problems)
    {
        if (StepFlow.Of(graph) is not { } flow)
        {
            return;
        }

        foreach (ShapedNode node in graph.Nodes.Where(n => flow.Needed[n.Id] && flow.IsStepwise[n.Id]))
        {
            if ((node.IsInput ? OfInput(graph, node) : OfLayer(graph, flow, node)) is { } reason)
            {
                problems.Add(new Problem(Rules.NotStepwise.Id, node.Node.Layer, new[] { node.Node.Title, reason }) { Argument = node.IsInput ? "Stepwise" : null });
            }
        }

        if (!flow.IsStepwise[graph.Output])
        {
            ShapedNode input = graph.Inputs.First(n => n.Spec<InputSpec>().Stepwise);
            problems.Add(new Problem(Rules.NotStepwise.Id, input.Node.Layer, new[] { input.Node.Title, "the model's output does not depend on its steps" }) { Argument = "Stepwise" });
        }
    }

    private static string? OfInput(ShapedGraph graph, ShapedNode input) => input.Output.Kind switch
    {
        ShapeKinds.Sequence => null,
        ShapeKinds.Vector => graph.Nodes.Any(n => n.Node.Inputs.Contains(input.Id) && n.Node.Spec is EmbeddingSpec) ? null : "a feature vector has no steps, unless an [Embedding] reads words from it",
        _ => "an image has no steps",
    };

    private static string? OfLayer(ShapedGraph graph, StepFlow flow, ShapedNode node)
    {
        if (node.Node.Spec is PrependSpec)
        {
            return node.Id != flow.Start ? "a sequence can begin with one value that is computed at the start, and no more"
                : node.Inputs.Count == 2 && flow.IsStepwise[node.Node.Inputs[0]] && node.Inputs[0].Kind == ShapeKinds.Sequence && node.Inputs[1].Positions == 1
                    ? null
                    : "what is put before the steps of the sequence must be a single one";
        }

        if (node.Node.Spec is RecurrentSpec)
        {
            return node.Node.Inputs.Skip(1).Any(i => flow.IsStepwise[i]) ? "what its state begins with depends on the steps"
                : flow.IsStepwise[node.Node.Inputs[0]] ? null
                : "it goes over all steps of a sequence that is computed once for all";
        }

        // Lengths are there once for all steps, which is no mistake of its own; and a vector may be added to each.
        int[] joined = [.. node.Node.Inputs.Where((id, i) => i != node.Node.Spec.LengthsInput && !(StepFlow.ReadsKept(node) && flow.IsKept[id] && graph.Nodes[id].Output.Kind == ShapeKinds.Vector))];
        if (joined.Any(i => !flow.IsStepwise[i]))
        {
            return "it joins values of each step with one that is computed once for all";
        }

        if (joined.Any(i => flow.IsBehindStart[i]) && joined.Any(i => !flow.IsBehindStart[i]))
        {
            return "it joins steps with those behind a [Prepend]";
        }

        // Of words only an embedding makes steps; an input that is not of words has been told.
        bool looksOver = joined.Any(i => graph.Nodes[i] is { IsInput: true, Output.Kind: ShapeKinds.Vector })
            ? node.Node.Spec is not EmbeddingSpec && joined.All(i => !graph.Nodes[i].IsInput || OfInput(graph, graph.Nodes[i]) is null)
            : node.Inputs.Any(s => s.Kind == ShapeKinds.Sequence) && node.Node.Spec is not RecurrentSpec && !ShapeRules.Get(node.Node.Op).IsOfEachStep(node.Node.Spec);
        if (node.Output.Kind == ShapeKinds.Sequence && node.Node.Spec is AddSpec or MultiplySpec && node.Inputs.Any(s => s.Kind == ShapeKinds.Sequence && s.Steps != node.Output.Steps))
        {
            return "it joins each step with one that is there for all";
        }

        return looksOver ? "it looks over all steps" : null;
    }
}
