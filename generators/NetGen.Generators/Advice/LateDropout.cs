using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>A dropout behind the last layer that learns: it drops what the loss compares, and no layer learns to do without it.</summary>
internal sealed class LateDropout : AdviceRule
{
    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        bool[] leads = new bool[graph.Nodes.Count];
        foreach (ShapedNode node in graph.Nodes.Reverse())
        {
            leads[node.Id] = graph.Readers(node).Any(r => AdvisedGraph.Learns(r) || leads[r.Id]);
            if (AdvisedGraph.IsOwn(node) && !leads[node.Id] && node.Node.Spec is DropoutSpec { Rate: > 0 } && LastLearning(graph, node) is { } last)
            {
                yield return new Problem(Rules.LateDropout.Id, node.Node.Layer, new[] { AdvisedGraph.Text(node), AdvisedGraph.Text(last) });
            }
        }
    }

    private static ShapedNode? LastLearning(AdvisedGraph graph, ShapedNode node)
    {
        ShapedNode? before = graph.Before(node);
        while (before is not null && !AdvisedGraph.Learns(before))
        {
            before = graph.Before(before);
        }

        return before;
    }
}
