using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Tests.Support;

/// <summary>A network without its shapes, for tests of how layers become nodes.</summary>
internal sealed record LayerGraph(EquatableArray<Node> Nodes, int Output, Node? Loss, EquatableArray<Head> Heads, EquatableArray<TaggedValue> Tags)
{
    public static LayerGraph? Of(ShapedGraph? graph) => graph is null
        ? null
        : new LayerGraph(
            graph.Nodes.Select(n => n.Node).ToEquatableArray(),
            graph.Output,
            graph.Loss?.Node,
            graph.Heads.Select(h => new Head(h.Output, h.Weight, h.Loss.Node, h.Loss.Node.Layer)).ToEquatableArray(),
            graph.Tags);
}
