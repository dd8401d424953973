using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>
/// A layer whose output is the same whatever it reads, so that no gradient comes through it to the parameters before: a softmax of one value is 1, and a norm
/// of one value is its bias.
/// </summary>
internal sealed class NoGradient : AdviceRule
{
    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        bool[] reached = new bool[graph.Nodes.Count];
        foreach (ShapedNode node in graph.Nodes.Reverse())
        {
            reached[node.Id] = graph.IsEnd(node) || graph.Readers(node).Any(r => reached[r.Id] && !IsConstant(r));
        }

        foreach (ShapedNode node in graph.Nodes.Where(n => AdvisedGraph.IsOwn(n) && IsConstant(n)))
        {
            ShapedNode? before = graph.Before(node);
            while (before is not null && !AdvisedGraph.Learns(before))
            {
                before = graph.Before(before);
            }

            if (before is not null && !reached[before.Id])
            {
                yield return new Problem(Rules.NoGradient.Id, node.Node.Layer, new[] { AdvisedGraph.Text(before), AdvisedGraph.Text(node), $"{node.Inputs[0]}" });
            }
        }
    }

    private static bool IsConstant(ShapedNode node)
    {
        Shape input = node.IsInput ? node.Output : node.Inputs[0];
        return node.Node.Spec switch
        {
            SoftmaxSpec or LogSoftmaxSpec => input.Channels == 1,
            LayerNormSpec => input.Size == 1,
            GroupNormSpec group => input.Size == group.Groups,
            InstanceNormSpec => input.Positions == 1,
            _ => false,
        };
    }
}
