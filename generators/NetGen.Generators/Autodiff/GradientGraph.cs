using NetGen.Generators.Ops;

namespace NetGen.Generators.Autodiff;

/// <summary>
/// How gradients flow back through a network: which nodes take part, how many readers a value has (so how many gradients it sums),
/// and where a gradient is of use. The values are kept by node id.
/// </summary>
/// <param name="Live">Whether the output, or in training another output that has a loss, depends on the node; the others are not computed.</param>
/// <param name="Readers">How often a live node or a loss reads the value; without a loss the output counts one for its caller, and in prediction every tag counts one.</param>
/// <param name="ReadBy">The nodes that read the value, in their order, computed or not; losses are not among them.</param>
/// <param name="LeadsToParameters">Whether a trainable parameter lies at or above the node; where none does, its gradient serves only a caller who asked for the input's.</param>
internal sealed record GradientGraph(EquatableArray<bool> Live, EquatableArray<int> Readers, EquatableArray<EquatableArray<int>> ReadBy, EquatableArray<bool> LeadsToParameters)
{
    /// <summary>The tags whose values are computed, in order: in prediction, those that can be asked for.</summary>
    public EquatableArray<TaggedValue> Readable(ShapedGraph graph) => graph.Tags.Where(t => Live[t.Value]).ToEquatableArray();

    public static GradientGraph Of(ShapedGraph graph, bool training)
    {
        int count = graph.Nodes.Count;
        bool[] live = new bool[count];
        int[] readers = new int[count];
        bool[] leads = new bool[count];
        live[graph.Output] = true;
        readers[graph.Output] = 1;
        if (training)
        {
            foreach (ShapedHead head in graph.Heads)
            {
                live[head.Loss.Node.Inputs[0]] = true;
                readers[head.Loss.Node.Inputs[0]]++;
            }
        }

        for (int id = count - 1; id >= 0; id--)
        {
            if (!live[id])
            {
                continue;
            }

            foreach (int input in graph.Nodes[id].Node.Inputs)
            {
                live[input] = true;
                readers[input]++;
            }
        }

        if (!training)
        {
            // A tagged value may be asked for, so that it must be there as it is.
            foreach (TaggedValue tag in graph.Tags)
            {
                readers[tag.Value]++;
            }
        }

        List<int>[] readBy = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (ShapedNode node in graph.Nodes)
        {
            foreach (int input in node.Node.Inputs.Distinct())
            {
                readBy[input].Add(node.Id);
            }

            leads[node.Id] = node.Parameters.Any(p => p.Trainable) || node.Node.Inputs.Any(i => leads[i]);
        }

        return new GradientGraph(live, readers, readBy.Select(r => r.ToEquatableArray()).ToArray(), leads);
    }
}
