using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Dataflow;

/// <summary>Finds out what is computed, how often each value is read, and where a gradient is of use.</summary>
internal static class GradientFlow
{
    /// <summary>How gradients flow through a network, in a training step or, for what is computed at all, in a prediction.</summary>
    public static GradientGraph Of(ShapedGraph graph, bool training) =>
        Of(graph, training, graph.Outputs, (node, flow) => node.Parameters.Any(p => p.Trainable) || node.GradientInputs.Any(i => flow[i]));

    /// <summary>
    /// How gradients flow back from the model's own output to the tags that users may ask for them, of what a prediction computes of it; null where there is no such tag.
    /// </summary>
    public static GradientGraph? OfExplanation(ShapedGraph graph)
    {
        HashSet<int> tagged = [.. graph.Tags.Where(t => t.HasGradient).Select(t => t.Value)];
        return tagged.Count == 0 ? null : Of(graph, training: false, [], (node, flow) => tagged.Contains(node.Id) || node.GradientInputs.Any(i => flow[i]));
    }

    private static GradientGraph Of(ShapedGraph graph, bool training, IEnumerable<NamedOutput> outputs, Func<ShapedNode, bool[], bool> needsGradient)
    {
        int count = graph.Nodes.Count;
        bool[] live = new bool[count];
        int[] readers = new int[count];
        bool[] needs = new bool[count];
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

        // A loss reads an output that has one, and hands it to its caller as well, which asks for nothing more.
        foreach (NamedOutput output in outputs)
        {
            live[output.Value] = true;
            readers[output.Value] += training && graph.Loss is not null ? 0 : 1;
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

            needs[node.Id] = needsGradient(node, needs);
        }

        return new GradientGraph(live, readers, readBy.Select(r => r.ToEquatableArray()).ToArray(), needs);
    }
}
