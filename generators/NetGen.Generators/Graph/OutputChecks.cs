using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>Finds what a model's outputs say that only a loss at its end gives a meaning, and names that predictions could not tell apart.</summary>
internal static class OutputChecks
{
    /// <summary>The name of the model's own output among several.</summary>
    private const string Own = "output";

    public static void Check(ModelDeclaration declaration, GraphWriter graph, List<Problem> problems)
    {
        foreach (HeadOutput output in graph.PredictedOutputs.Where(o => o.Path == Own))
        {
            problems.Add(new Problem(Rules.DuplicateName.Id, output.Declaration.Index, new[] { Own, graph.Nodes[graph.Current].Title }) { Argument = output.Declaration.Blamed("output") });
        }

        if (graph.Loss is not null || declaration.Layers.Any(l => l.Refused))
        {
            return;
        }

        if (graph.Heads.FirstOrDefault(h => h.HasOwnLoss || h.HasTargets || h.Declaration.Find("Weight") is not null) is { } trained)
        {
            problems.Add(new Problem(Rules.OutputWithoutLoss.Id, trained.Declaration.Index, new[] { trained.Declaration.Text, declaration.Name }));
        }
    }
}
