using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>Layers that read the same parameters.</content>
internal sealed partial class Lowering
{
    /// <summary>The layers that are computed and read the node's parameters, itself among them, in their order.</summary>
    public IReadOnlyList<ShapedNode> Sharers(ShapedNode node) =>
        [.. _graph.Nodes.Where(n => _gradients.Live[n.Id] && !n.IsInput && n.Parameters.Count > 0 && n.Node.Owner == node.Node.Owner)];
}
