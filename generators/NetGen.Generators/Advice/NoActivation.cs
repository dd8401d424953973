using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>
/// Two layers of weights with nothing but linear layers between them, which together are one. It says nothing of what is done on purpose: a narrow layer
/// between wide ones (a linear bottleneck, weights of low rank), depthwise and grouped convolutions beside a 1×1, and a column after a row.
/// </summary>
internal sealed class NoActivation : AdviceRule
{
    /// <summary>Ops whose output is linear in their input. A batch norm is, as a prediction computes it; group and layer norms divide by what they measure.</summary>
    private static readonly HashSet<string> s_linear = new(StringComparer.Ordinal)
    {
        "BatchNorm", "AvgPool", "AvgPool1D", "GlobalAvgPool", "AdaptiveAvgPool", "Dropout", "Flatten", "Reshape", "Upsample", "PixelShuffle", "ZeroPad", "ReflectionPad", "ReplicationPad", "Crop", "Slice", "PadChannels",
    };

    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        foreach (ShapedNode first in graph.Nodes.Where(n => AdvisedGraph.IsOwn(n) && HasWeights(n)))
        {
            ShapedNode? next = graph.OnlyReader(first);
            while (next is not null && s_linear.Contains(next.Node.Op))
            {
                next = graph.OnlyReader(next);
            }

            if (next is { } second && AdvisedGraph.IsOwn(second) && HasWeights(second) && !IsOnPurpose(first, second))
            {
                string other = second.Node.Layer == first.Node.Layer ? "its repetition" : AdvisedGraph.Text(second);
                yield return new Problem(Rules.NoActivation.Id, second.Node.Layer, new[] { AdvisedGraph.Text(first), other });
            }
        }
    }

    private static bool HasWeights(ShapedNode node) => node.Node.Spec is ConvSpec or Conv1DSpec or ConvTransposeSpec or DenseSpec;

    private static bool IsOnPurpose(ShapedNode first, ShapedNode second)
    {
        int middle = first.Output.Channels;
        bool narrow = middle < first.Inputs[0].Channels && middle < second.Output.Channels;
        return narrow || Groups(first) > 1 || Groups(second) > 1 || AreRowAndColumn(first, second);
    }

    private static int Groups(ShapedNode node) => node.Node.Spec switch
    {
        ConvSpec conv => conv.Groups,
        Conv1DSpec conv => conv.Groups,
        ConvTransposeSpec conv => conv.Groups,
        _ => 1,
    };

    private static bool AreRowAndColumn(ShapedNode first, ShapedNode second) =>
        first.Node.Spec is ConvSpec { Window: var a } && second.Node.Spec is ConvSpec { Window: var b }
        && ((a is { KernelY: > 1, KernelX: 1 } && b is { KernelY: 1, KernelX: > 1 }) || (a is { KernelY: 1, KernelX: > 1 } && b is { KernelY: > 1, KernelX: 1 }));
}
