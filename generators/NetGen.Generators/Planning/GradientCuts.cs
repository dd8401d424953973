using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Where the way back of a network whose images never wait for each other is cut into phases, so that processes that train together send the gradients that are whole while the others are still computed. A single
/// process goes through all of them with the same images.
/// </summary>
/// <remarks>
/// Each cut leaves about half of the gradients that were left before it: what is sent last, with nothing to hide behind, is then little, and there are few places where all threads wait.
/// </remarks>
internal sealed class GradientCuts
{
    /// <summary>Floats that are worth a message of their own; as many as the runtime sends at once.</summary>
    public const long Bucket = 128 * 1024;

    private readonly HashSet<int> _after = [];

    public GradientCuts(ShapedGraph graph, GradientGraph gradients)
    {
        // A shared parameter's gradient is whole at the first of its readers, which is the last on the way back.
        Dictionary<string, ShapedNode> owners = [];
        foreach (ShapedNode node in graph.Nodes.Where(n => gradients.Live[n.Id] && !n.IsInput).Reverse())
        {
            owners[node.Node.Owner] = node;
        }

        long left = owners.Values.Sum(Trained);
        long whole = 0;
        foreach (ShapedNode node in owners.Values.OrderByDescending(n => n.Id))
        {
            whole += Trained(node);
            if (whole >= Bucket && whole >= left / 2 && whole < left)
            {
                _after.Add(node.Id);
                left -= whole;
                whole = 0;
            }
        }
    }

    /// <summary>Whether a phase ends where the way back leaves the node.</summary>
    public bool IsAfter(ShapedNode node) => _after.Contains(node.Id);

    private static long Trained(ShapedNode node) => node.Parameters.Where(p => p.Trainable).Sum(p => p.Shape.Aggregate(1L, (product, size) => product * size));
}
