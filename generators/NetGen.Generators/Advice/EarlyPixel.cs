using System.Globalization;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>An image that has shrunk to one pixel before the last two convolutions of more than one: of their kernels all but one tap sees zeros.</summary>
internal sealed class EarlyPixel : AdviceRule
{
    private const int LeastConvolutions = 2;

    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        Dictionary<int, int> shrunk = [];
        foreach (ShapedNode node in graph.Nodes.Where(n => AdvisedGraph.IsWideConv(n) && n.Inputs[0].Positions == 1))
        {
            if (Shrinks(graph, node) is { } by)
            {
                shrunk[by.Id] = shrunk.TryGetValue(by.Id, out int count) ? count + 1 : 1;
            }
        }

        foreach (KeyValuePair<int, int> found in shrunk.Where(s => s.Value >= LeastConvolutions).OrderBy(s => s.Key))
        {
            ShapedNode by = graph.Nodes[found.Key];
            yield return new Problem(
                Rules.EarlyPixel.Id,
                by.Node.Layer,
                new[] { AdvisedGraph.Text(by), $"{by.Inputs[0]}", found.Value.ToString(CultureInfo.InvariantCulture) });
        }
    }

    /// <summary>The layer that made one pixel of the image that a node reads; null where it is a block's, or the image was never larger.</summary>
    private static ShapedNode? Shrinks(AdvisedGraph graph, ShapedNode node)
    {
        ShapedNode? before = graph.Before(node);
        while (before is not null && !before.IsInput)
        {
            if (before.Inputs[0] is { Kind: ShapeKinds.Image, Positions: > 1 })
            {
                return AdvisedGraph.IsOwn(before) ? before : null;
            }

            before = graph.Before(before);
        }

        return null;
    }
}
