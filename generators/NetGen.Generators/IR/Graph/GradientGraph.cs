using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// How gradients flow back through a network: which nodes take part, how many readers a value has (so how many gradients it sums),
/// and where a gradient is of use. The values are kept by node id.
/// </summary>
/// <param name="Live">Whether the output, or another one that has a loss or that predictions compute, depends on the node; the others are not computed.</param>
/// <param name="Readers">How often a live node or a loss reads the value; without a loss an output counts one for its caller, and in prediction, and where it is explained, every tag counts one.</param>
/// <param name="ReadBy">The nodes that read the value, in their order, computed or not; losses are not among them.</param>
/// <param name="NeedsGradient">
/// In training whether a trainable parameter lies at or above the node: where none does, its gradient serves only a caller who asked for the input's. Where a prediction is explained,
/// whether a tag whose gradient users may ask for does: where none does, there is no gradient.
/// </param>
internal sealed record GradientGraph(EquatableArray<bool> Live, EquatableArray<int> Readers, EquatableArray<EquatableArray<int>> ReadBy, EquatableArray<bool> NeedsGradient)
{
    /// <summary>The tags whose values are computed, in order: in prediction, those that can be asked for.</summary>
    public EquatableArray<TaggedValue> Readable(ShapedGraph graph) => graph.Tags.Where(t => Live[t.Value]).ToEquatableArray();
}
