using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>Turns a declaration into a network of primitives.</summary>
internal static class GraphBuilder
{
    private const string Input = "Input";

    /// <summary>The graph, or null where an error keeps it from being one. A declaration that C# refuses gives null without a report.</summary>
    public static ShapedGraph? Build(ModelDeclaration declaration, List<Problem> problems)
    {
        if (declaration.Incomplete || !CheckInput(declaration, problems))
        {
            return null;
        }

        int before = problems.Count;
        GraphWriter graph = new();
        Scope scope = new(graph, declaration.Blocks.ToDictionary(b => b.Kind, StringComparer.Ordinal), problems);
        foreach (LayerDeclaration layer in declaration.Layers)
        {
            scope.Apply(layer);
        }

        if (graph.ShapeProblems.Count > 0)
        {
            graph.CheckLosses();
            problems.AddRange(graph.ShapeProblems);
        }

        if (problems.Count == before)
        {
            CheckUse(declaration, graph, scope, problems);
        }

        return problems.Skip(before).Any(p => Rules.IsError(p.Id)) ? null : graph.Finish(scope.Tags.Where(t => !t.IsInput), problems);
    }

    private static bool CheckInput(ModelDeclaration declaration, List<Problem> problems)
    {
        int before = problems.Count;
        List<LayerDeclaration> inputs = declaration.Layers.Where(l => l.Kind == Input).ToList();
        if (inputs.Count == 0)
        {
            problems.Add(new Problem(Rules.InputMissing.Id, -1, new[] { declaration.Name }));
        }

        LayerDeclaration? other = declaration.Layers.FirstOrDefault(l => l.Kind != Input);
        foreach (LayerDeclaration input in inputs)
        {
            if (other is not null && other.Index < input.Index)
            {
                problems.Add(new Problem(Rules.InputNotFirst.Id, input.Index, new[] { input.Text, other.Text }));
            }
            else if (input != inputs[0] && input.Name is null)
            {
                problems.Add(new Problem(Rules.InputWithoutName.Id, input.Index, new[] { input.Text, inputs[0].Text }));
            }
        }

        return problems.Count == before;
    }

    private static void CheckUse(ModelDeclaration declaration, GraphWriter graph, Scope scope, List<Problem> problems)
    {
        if (graph.Nodes.All(n => n.IsInput))
        {
            problems.Add(new Problem(Rules.NoLayers.Id, declaration.Layers[0].Index, new[] { declaration.Name }));
            return;
        }

        if (graph.Heads.Count > 0 && graph.Loss is null)
        {
            LayerDeclaration output = graph.Heads[0].Declaration;
            problems.Add(new Problem(Rules.OutputWithoutLoss.Id, output.Index, new[] { output.Text, declaration.Name }));
            return;
        }

        HashSet<int> read = [graph.Current, .. graph.Heads.Select(h => h.Value), .. graph.Nodes.SelectMany(n => n.Inputs)];
        foreach (Node node in graph.Nodes.Where(n => !read.Contains(n.Id)))
        {
            problems.Add(new Problem(Rules.UnusedValue.Id, node.Layer, new[] { declaration.Layers[node.Layer].Text }));
        }

        foreach ((string op, LossSpec loss, int value, string? label) in Losses(graph))
        {
            CheckLogits(graph, op, loss, value, label, problems);
        }

        // A tagged value of a prediction may be asked for at run time. A tag of a value that nothing reads would say the same again.
        HashSet<int> predicted = Predicted(graph);
        foreach (Tagged tag in scope.Tags.Where(t => t.HasGradient && !predicted.Contains(t.Value) && read.Contains(t.Value)))
        {
            problems.Add(new Problem(Rules.TagWithoutGradient.Id, tag.Declaration.Index, new[] { tag.Name, "predictions do not compute its value" }));
        }

        foreach (Tagged tag in scope.Tags.Where(t => !t.Used && !t.IsInput && !t.HasGradient && !predicted.Contains(t.Value) && read.Contains(t.Value)))
        {
            problems.Add(new Problem(Rules.UnusedTag.Id, tag.Declaration.Index, new[] { tag.Name }));
        }
    }

    /// <summary>The losses and the values they read; an output without a loss of its own has one like the model's.</summary>
    private static IEnumerable<(string Op, LossSpec Loss, int Value, string? Label)> Losses(GraphWriter graph)
    {
        if (graph.Loss is not { } loss)
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

    /// <summary>The nodes that the model's own output depends on.</summary>
    private static HashSet<int> Predicted(GraphWriter graph)
    {
        HashSet<int> predicted = [graph.Current];
        foreach (Node node in graph.Nodes.Reverse().Where(n => predicted.Contains(n.Id)))
        {
            predicted.UnionWith(node.Inputs);
        }

        return predicted;
    }
}
