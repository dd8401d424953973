using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Which values a training step computes twice instead of keeping them: those of blocks that say so, but for what others read. Chen, Xu, Zhang, Guestrin 2016, "Training
/// Deep Nets with Sublinear Memory Cost", section 4; PyTorch's <c>torch.utils.checkpoint</c>.
/// </summary>
internal sealed class Recomputation
{
    private readonly Dictionary<int, List<int>> _byLast = [];

    public Recomputation(ShapedGraph graph, GradientGraph gradients, PlanLayout layout)
    {
        HashSet<int> kept = Kept(graph, gradients, layout);
        foreach (IGrouping<int?, ShapedNode> block in graph.Nodes.Where(n => n.Node.Recomputed is not null && gradients.Live[n.Id]).GroupBy(n => n.Node.Recomputed))
        {
            _byLast.Add(block.Max(n => n.Id), [.. block.Select(n => n.Id).Where(id => !layout.IsAlias(id) && !kept.Contains(id))]);
        }
    }

    /// <summary>The nodes to compute again, in their order, where the way back comes to a node first: the last of a block. None for the others.</summary>
    public IReadOnlyList<int> EndingAt(int node) => _byLast.TryGetValue(node, out List<int> nodes) ? nodes : [];

    /// <summary>The owners of the values that a loss, the output or a layer outside their block reads.</summary>
    private static HashSet<int> Kept(ShapedGraph graph, GradientGraph gradients, PlanLayout layout)
    {
        HashSet<int> kept = [layout.Owner(graph.Output), .. graph.Outputs.Select(o => layout.Owner(o.Value))];
        kept.UnionWith(graph.Heads.Select(h => h.Loss).Concat(graph.Loss is null ? [] : [graph.Loss]).SelectMany(l => l.Node.Inputs).Select(layout.Owner));
        foreach (ShapedNode reader in graph.Nodes.Where(n => gradients.Live[n.Id]))
        {
            kept.UnionWith(reader.Node.Inputs.Where(i => graph.Nodes[i].Node.Recomputed != reader.Node.Recomputed).Select(layout.Owner));
        }

        return kept;
    }
}
