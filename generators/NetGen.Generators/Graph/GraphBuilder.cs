using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>Turns a declaration into a network of primitives.</summary>
internal static class GraphBuilder
{
    private const string Input = "Input";

    /// <summary>
    /// The graph, or null where an error keeps it from being one: all that are found are reported. Of layers that C# refuses it says nothing; layers on
    /// several parts of a class have no order, and nothing is said of them.
    /// </summary>
    public static ShapedGraph? Build(ModelDeclaration declaration, List<Problem> problems)
    {
        if (declaration.Problems.Any(p => p.Id == Rules.LayersSpread.Id))
        {
            return null;
        }

        List<Problem> found = [];
        GraphWriter graph = new();
        Scope scope = new(graph, declaration.Blocks.ToDictionary(b => b.Kind, StringComparer.Ordinal), found);
        AddInputs(declaration, graph, scope, found);
        foreach (LayerDeclaration layer in Others(declaration))
        {
            scope.Apply(layer);
        }

        if (!graph.Stopped)
        {
            graph.CheckWhole();
            UseChecks.Check(declaration, graph, scope, found);
        }

        found.AddRange(graph.ShapeProblems);
        problems.AddRange(found.Distinct());
        ShapedGraph? shaped = declaration.Incomplete || graph.HasUnknown || found.Exists(p => Rules.IsError(p.Id)) ? null : graph.Finish(scope.Tags.Where(t => !t.IsInput));
        if (shaped is not null)
        {
            StepChecks.Check(shaped, problems);
        }

        return shaped;
    }

    /// <summary>Adds the inputs, which come first even where they are written later, after a report. A model without one goes on behind an unknown one.</summary>
    private static void AddInputs(ModelDeclaration declaration, GraphWriter graph, Scope scope, List<Problem> problems)
    {
        List<LayerDeclaration> inputs = declaration.Layers.Where(l => l.Kind == Input).ToList();
        LayerDeclaration? other = declaration.Layers.FirstOrDefault(l => l.Kind != Input && !l.Refused);
        foreach (LayerDeclaration input in inputs)
        {
            scope.Apply(input);
            if (other is not null && other.Index < input.Index)
            {
                problems.Add(new Problem(Rules.InputNotFirst.Id, input.Index, new[] { input.Text, other.Text }));
            }

            else if (input != inputs[0] && input is { Name: null, Refused: false })
            {
                problems.Add(new Problem(Rules.InputWithoutName.Id, input.Index, new[] { input.Text, inputs[0].Text }));
            }
        }

        if (inputs.Count == 0)
        {
            graph.AddUnknown(Common.EquatableArray<int>.Empty, -1);

            // A misspelled one is C#'s error.
            if (!declaration.Layers.Any(l => l is { Refused: true, Kind: "" }))
            {
                problems.Add(new Problem(Rules.InputMissing.Id, -1, new[] { declaration.Name }));
            }
        }
    }

    /// <summary>The layers besides inputs. An attribute of an unknown class before an input is most likely no layer.</summary>
    private static IEnumerable<LayerDeclaration> Others(ModelDeclaration declaration)
    {
        List<LayerDeclaration> layers = declaration.Layers.ToList();
        int firstInput = layers.FindIndex(l => l.Kind == Input);
        return layers.Where((l, i) => l.Kind != Input && (l.Kind.Length > 0 || i > firstInput));
    }
}
