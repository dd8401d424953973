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
    /// <summary>The outputs besides the model's own that predictions compute as well, in order.</summary>
    public EquatableArray<NamedOutput> Outputs { get; init; } = EquatableArray<NamedOutput>.Empty;

    /// <summary>The outputs that have a loss and targets of their own, in order: where there are any, they are all of <see cref="Outputs"/>.</summary>
    public IEnumerable<ShapedHead> OwnTargets => Heads.Where(h => h.HasTargets);

    /// <summary>The model's inputs, which come first.</summary>
    public IEnumerable<ShapedNode> Inputs => Nodes.Where(n => n.IsInput);

    /// <summary>Where in a sample stands how many steps a loss counts; null where it counts all.</summary>
    public long? PlaceOfLengths(ShapedNode loss) => loss.LengthsNode is { } lengths ? Inputs.Where(n => n.Id < lengths).Sum(n => n.Output.Size) : null;
}
