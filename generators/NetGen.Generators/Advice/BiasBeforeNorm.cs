using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>A bias directly before a batch norm, which takes the mean away and the bias with it (Ioffe and Szegedy 2015, section 3.2).</summary>
internal sealed class BiasBeforeNorm : AdviceRule
{
    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        foreach (ShapedNode node in graph.Nodes.Where(n => AdvisedGraph.IsOwn(n) && HasBias(n)))
        {
            // Elsewhere the same bias may be of use.
            bool shared = graph.Nodes.Any(n => n.Id != node.Id && n.Node.Owner == node.Node.Owner);
            if (!shared && graph.OnlyReader(node) is { Node.Op: "BatchNorm" } norm && AdvisedGraph.IsOwn(norm))
            {
                yield return new Problem(Rules.BiasBeforeNorm.Id, node.Node.Layer, new[] { AdvisedGraph.Text(node), AdvisedGraph.Text(norm) });
            }
        }
    }

    private static bool HasBias(ShapedNode node) => node.Node.Spec is ConvSpec { Bias: true } or ConvTransposeSpec { Bias: true } or DenseSpec { Bias: true } or DepthwiseConvSpec { Bias: true };
}
