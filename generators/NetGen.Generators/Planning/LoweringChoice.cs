using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What computes each layer of a network, chosen once before memory is laid out.</summary>
internal sealed class LoweringChoice
{
    private readonly OpLowering[] _chosen;
    private readonly HashSet<string> _shared;
    private readonly bool _training;
    private readonly int _images;
    private readonly bool _explains;

    /// <summary>Chooses for every layer.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="training">Whether for a training step; otherwise for a prediction.</param>
    /// <param name="images">Images that a call of a training step sees.</param>
    /// <param name="explains">Whether gradients are those of what a prediction computes.</param>
    public LoweringChoice(ShapedGraph graph, bool training, int images = 1, bool explains = false)
    {
        _explains = explains;
        _training = training;
        _images = images;
        _shared = [.. graph.Nodes.Where(n => n.Node.SharesParameters).Select(n => n.Node.Owner)];
        _chosen = graph.Nodes.Select(Choose).ToArray();
    }

    /// <summary>What computes a layer.</summary>
    public OpLowering this[int node] => _chosen[node];

    /// <summary>Whether other layers read the layer's parameters, too.</summary>
    public bool SharesParameters(ShapedNode node) => _shared.Contains(node.Node.Owner);

    /// <summary>What computes a loss, which is no layer of the graph.</summary>
    public OpLowering Choose(ShapedNode node) =>
        OpLowerings.Get(node.Node.Op).Choose(new AlgorithmRequest(node, _training, SharesParameters(node), _images) { Explains = _explains });
}
