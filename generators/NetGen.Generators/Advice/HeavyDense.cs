using System.Globalization;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>A dense layer over a flattened image that holds most of a convolutional network's parameters, where a mean over the image would do (Lin et al. 2013, section 3.2).</summary>
internal sealed class HeavyDense : AdviceRule
{
    /// <summary>Below, a network is small whatever it is made of.</summary>
    private const long LeastParameters = 1_000_000;

    /// <summary>The share of the parameters, in hundredths, above which a layer is told. AlexNet's and VGG's first dense layers have about 60 and 75.</summary>
    private const int MostPercent = 80;

    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        long all = graph.Nodes.Where(n => !n.Node.SharesParameters).Sum(Count);
        if (all <= LeastParameters || !graph.Nodes.Any(n => n.Node.Spec is ConvSpec or DepthwiseConvSpec))
        {
            yield break;
        }

        foreach (ShapedNode node in graph.Nodes.Where(n => n.Node.Spec is DenseSpec && AdvisedGraph.IsOwn(n) && !n.Node.SharesParameters))
        {
            long own = Count(node);
            if (own * 100 > all * MostPercent && Flattened(graph, node) is { } image)
            {
                long left = own / image.Positions;
                yield return new Problem(
                    Rules.HeavyDense.Id,
                    node.Node.Layer,
                    new[] { AdvisedGraph.Text(node), Number(own), Number(all), $"{own * 100 / all}", $"{image}", Number(left) });
            }
        }
    }

    private static long Count(ShapedNode node) => node.Parameters.Where(p => p.Trainable).Sum(p => p.Count);

    /// <summary>The image of several pixels that the layer reads as a vector; null where there is none.</summary>
    private static Shape? Flattened(AdvisedGraph graph, ShapedNode node)
    {
        ShapedNode? before = graph.Before(node);
        while (before is { Node.Op: "Dropout" })
        {
            before = graph.Before(before);
        }

        return before is { Node.Op: "Flatten" } && before.Inputs[0] is { Kind: ShapeKinds.Image, Positions: > 1 } image ? image : null;
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
