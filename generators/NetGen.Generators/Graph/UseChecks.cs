using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Shapes;

namespace NetGen.Generators.Graph;

/// <summary>Finds what of a network is of no use, where no other error is the reason.</summary>
internal static class UseChecks
{
    public static void Check(ModelDeclaration declaration, GraphWriter graph, Scope scope, List<Problem> problems)
    {
        if (graph.Nodes.All(n => n.IsInput))
        {
            if (!graph.HasUnknown)
            {
                problems.Add(new Problem(Rules.NoLayers.Id, declaration.Layers[0].Index, new[] { declaration.Name }));
            }

            return;
        }

        OutputChecks.Check(declaration, graph, problems);
        HashSet<int> read = [graph.Current, .. graph.Heads.Select(h => h.Value), .. graph.Heads.SelectMany(h => h.LossInputs), .. graph.Nodes.SelectMany(n => n.Inputs), .. graph.Loss?.Inputs ?? []];
        HashSet<int> tagged = [.. scope.Tags.Select(t => t.Value)];
        foreach (Node node in graph.Nodes.Where(n => !read.Contains(n.Id) && n.Spec is not UnknownSpec && !graph.IsExcused(n.Id)))
        {
            if (!graph.TagsMissing && (!graph.TagsInDoubt || !tagged.Contains(node.Id)))
            {
                problems.Add(new Problem(Rules.UnusedValue.Id, node.Layer, new[] { declaration.Layers.First(l => l.Index == node.Layer).Text }));
            }
        }

        foreach ((string op, LossSpec loss, int value, string? label) in Losses(graph))
        {
            CheckLogits(graph, op, loss, value, label, problems);
        }

        foreach (Node node in graph.Nodes.Where(n => n.Spec is EmbeddingSpec && graph.Nodes[n.Inputs[0]] is { IsInput: false, Spec: not UnknownSpec }))
        {
            problems.Add(new Problem(Rules.WordsAreNoInput.Id, node.Layer, new[] { node.Title, $"[{graph.Nodes[node.Inputs[0]].Title}]" }));
        }

        CheckLengths(graph, problems);
        CheckTags(graph, scope, problems);
    }

    /// <summary>Only an input says how many steps a sequence has.</summary>
    private static void CheckLengths(GraphWriter graph, List<Problem> problems)
    {
        foreach (Node node in graph.Nodes.Concat(graph.Losses))
        {
            if (node.Spec.LengthsInput is { } input && graph.Nodes[node.Inputs[input]] is { IsInput: false, Spec: not UnknownSpec } lengths)
            {
                string tag = node.Spec is JoinSpec join ? join.Tags[input - 1] : ((LossSpec)node.Spec).LengthsTag!;
                problems.Add(new Problem(Rules.LengthsAreNoInput.Id, node.Layer, new[] { node.Title, tag, $"[{lengths.Title}]" }) { Argument = LengthChecks.Argument });
            }
        }
    }

    /// <summary>
    /// A tagged value of a prediction may be asked for at run time; one of another output may not. Of a value that leads to no output, what nothing reads has
    /// been told.
    /// </summary>
    private static void CheckTags(GraphWriter graph, Scope scope, List<Problem> problems)
    {
        if (graph.TagsInDoubt)
        {
            return;
        }

        HashSet<int> explained = NeededBy(graph, [graph.Current]);
        HashSet<int> predicted = NeededBy(graph, graph.PredictedOutputs.Select(o => o.Value).Append(graph.Current));
        HashSet<int> trained = NeededBy(graph, graph.Heads.Select(h => h.Value));
        foreach (Tagged tag in scope.Tags.Where(t => t.HasGradient && predicted.Contains(t.Value) && !explained.Contains(t.Value)))
        {
            string[] words = [tag.Name, "gradients are those of the model's own output, which does not depend on its value"];
            problems.Add(new Problem(Rules.TagWithoutGradient.Id, tag.Declaration.Index, words) { Argument = "Gradient" });
        }

        foreach (Tagged tag in scope.Tags.Where(t => !predicted.Contains(t.Value) && trained.Contains(t.Value)))
        {
            if (tag.HasGradient)
            {
                problems.Add(new Problem(Rules.TagWithoutGradient.Id, tag.Declaration.Index, new[] { tag.Name, "predictions do not compute its value" }) { Argument = "Gradient" });
            }
            else if (tag is { Used: false, IsInput: false })
            {
                problems.Add(new Problem(Rules.UnusedTag.Id, tag.Declaration.Index, new[] { tag.Name }));
            }
        }
    }

    /// <summary>The losses and the values they read; an output without a loss of its own has one like the model's.</summary>
    private static IEnumerable<(string Op, LossSpec Loss, int Value, string? Label)> Losses(GraphWriter graph)
    {
        if (graph.Loss is not { } loss || graph.LossMisplaced)
        {
            yield break;
        }

        yield return (loss.Op, (LossSpec)loss.Spec, loss.Inputs[0], null);
        foreach (HeadOutput head in graph.Heads)
        {
            (string op, LossSpec spec) = head.LossOr(loss);
            yield return (op, spec, head.Value, head.Path);
        }
    }

    /// <summary>Warns of an activation before a loss that applies it itself, also behind layers that only drop or rearrange values.</summary>
    private static void CheckLogits(GraphWriter graph, string op, LossSpec loss, int value, string? label, List<Problem> problems)
    {
        Node node = graph.Nodes[value];
        while (node.Spec.KeepsValues && node.Inputs.Count == 1)
        {
            node = graph.Nodes[node.Inputs[0]];
        }

        if (loss.Activations.Contains(node.Op, StringComparer.Ordinal))
        {
            string title = label is null ? op : $"{op} of the output \"{label}\"";
            problems.Add(new Problem(Rules.LossTakesLogits.Id, node.Layer, new[] { title, loss.Activations[0].ToLowerInvariant(), node.Title }));
        }
    }

    /// <summary>The nodes that some values depend on.</summary>
    private static HashSet<int> NeededBy(GraphWriter graph, IEnumerable<int> values)
    {
        HashSet<int> needed = [.. values];
        foreach (Node node in graph.Nodes.Reverse().Where(n => needed.Contains(n.Id)))
        {
            needed.UnionWith(node.Inputs);
        }

        return needed;
    }
}
