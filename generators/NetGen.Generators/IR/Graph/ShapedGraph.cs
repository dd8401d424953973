using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A network whose shapes agree; the nodes have their ids as places.</summary>
internal sealed record ShapedGraph(
    EquatableArray<ShapedNode> Nodes,
    int Output,
    ShapedNode? Loss,
    EquatableArray<ShapedHead> Heads,
    EquatableArray<TaggedValue> Tags)
{
    /// <summary>The model's inputs, which come first.</summary>
    public IEnumerable<ShapedNode> Inputs => Nodes.Where(n => n.IsInput);
}
