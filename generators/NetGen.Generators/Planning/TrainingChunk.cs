using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// How many images go through a training step together where they go from end to end, which is where no batch norm needs the whole batch: so many that least has to come from
/// beyond the second-level cache. Weights come once for all images of a chunk, and a value comes back to its next reader where what was touched since leaves it in the cache.
/// </summary>
internal sealed class TrainingChunk
{
    /// <summary>A shard of a batch of 128 images has 16.</summary>
    private const int Most = 16;

    /// <summary>A thread's values take no more than 16 MB, unless one image's do.</summary>
    private const long MostFloats = 4 * 1024 * 1024;

    /// <summary>What a layer costs beside its traffic, in floats that could have been read in that time.</summary>
    private const double Call = 512;

    /// <summary>Weights on the way back: read for the gradient by the input, and their gradients read and written.</summary>
    private const int BackwardWeights = 3;

    private readonly ShapedGraph _graph;
    private readonly int[] _owners;
    private readonly Dictionary<int, long> _seen = [];
    private readonly List<(long Floats, long Since)> _reads = [];
    private long _touched;
    private long _weights;
    private int _calls;

    private TrainingChunk(ShapedGraph graph, GradientGraph gradients)
    {
        _graph = graph;
        _owners = new int[graph.Nodes.Count];
        ShapedNode[] nodes = graph.Nodes.Where(n => gradients.Live[n.Id]).ToArray();
        foreach (ShapedNode node in nodes)
        {
            // An activation is its producer's last step.
            bool joins = OpLowerings.Get(node.Node.Op).AsActivation(node.Node.Spec) is not null;
            _owners[node.Id] = joins ? _owners[node.Node.Inputs[0]] : node.Id;
            Pass(node, 1, backward: false);
        }

        foreach (ShapedNode node in Enumerable.Reverse(nodes))
        {
            Pass(node, BackwardWeights, backward: true);
        }
    }

    /// <summary>The images of a chunk, a power of two.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="gradients">How gradients flow.</param>
    /// <param name="cache">Floats that stay in the second-level cache.</param>
    public static int Of(ShapedGraph graph, GradientGraph gradients, long cache)
    {
        TrainingChunk step = new(graph, gradients);
        long floats = 2 * graph.Nodes.Where(n => gradients.Live[n.Id] && step._owners[n.Id] == n.Id).Sum(n => n.Output.Size)
            + graph.Nodes.Where(n => gradients.Live[n.Id]).Sum(n => OpLowerings.Get(n.Node.Op).KeptBeside(n));
        int best = 1;
        for (int images = 2; images <= Most && images * floats <= MostFloats; images *= 2)
        {
            best = step.Cost(images, cache) < step.Cost(best, cache) ? images : best;
        }

        return best;
    }

    /// <summary>Floats from beyond the cache, for an image.</summary>
    private double Cost(int images, long cache) =>
        ((_weights + (_calls * Call)) / images) + _reads.Sum(r => 2 * r.Floats * Math.Max(0, 1 - ((double)cache / Math.Max(1, images * r.Since))));

    private void Pass(ShapedNode node, int weights, bool backward)
    {
        _calls++;
        _weights += (long)weights * OpLowerings.Get(node.Node.Op).Turns(node) * node.Parameters.Sum(p => p.Count);
        if (_owners[node.Id] != node.Id)
        {
            return;
        }

        foreach (int input in node.Node.Inputs)
        {
            Touch(_owners[input], _graph.Nodes[input].Output.Size);
            if (backward)
            {
                Touch(~_owners[input], _graph.Nodes[input].Output.Size);
            }
        }

        Touch(backward ? ~node.Id : node.Id, node.Output.Size);
    }

    /// <summary>Notes that a value is read or written, or where the number is a complement, the gradient by it.</summary>
    private void Touch(int value, long floats)
    {
        _touched += floats;
        if (_seen.TryGetValue(value, out long last))
        {
            _reads.Add((floats, _touched - last));
        }

        _seen[value] = _touched - floats;
    }
}
