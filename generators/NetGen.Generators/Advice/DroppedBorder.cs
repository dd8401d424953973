using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>
/// A stride that does not come out even, so that the last rows or columns of the image, or steps of the sequence, are read by no window. What is left of the padding alone is no loss,
/// a stride above the kernel leaves pixels out anyway, and of a large image a row more or less is nothing.
/// </summary>
internal sealed class DroppedBorder : AdviceRule
{
    /// <summary>One row in so many, and fewer, nobody misses.</summary>
    private const int Noticed = 50;

    public override IEnumerable<Problem> Find(AdvisedGraph graph)
    {
        foreach (ShapedNode node in graph.Nodes.Where(AdvisedGraph.IsOwn))
        {
            if (AdvisedGraph.WindowOf(node) is not { } window || node.Node.Spec is PoolSpec { CeilMode: true })
            {
                continue;
            }

            bool isSequence = node.Inputs[0].Kind == ShapeKinds.Sequence;
            Shape image = isSequence ? StepWindow.Row(node.Inputs[0]) : node.Inputs[0];
            int rows = Dropped(image.H, window.ExtentY, window.StrideY, window.PadY, window.PadBelow);
            int columns = Dropped(image.W, window.ExtentX, window.StrideX, window.PadX, window.PadRight);
            if (rows > 0 || columns > 0)
            {
                string wayOut = node.Node.Spec is PoolSpec ? "set CeilMode = true, pad, or take another kernel or stride" : "pad, or take another kernel or stride";
                yield return new Problem(
                    Rules.DroppedBorder.Id,
                    node.Node.Layer,
                    new[] { AdvisedGraph.Text(node), isSequence ? Words(columns, "step") : Words(rows, columns), $"{node.Inputs[0]}", wayOut })
                {
                    Argument = isSequence ? "Stride" : rows > 0 ? "StrideH" : "StrideW",
                };
            }
        }
    }

    private static int Dropped(int size, int extent, int stride, int pad, int padBehind)
    {
        int dropped = stride > extent ? 0 : Math.Max(0, ((size + pad + padBehind - extent) % stride) - padBehind);
        return dropped * Noticed < size ? 0 : dropped;
    }

    private static string Words(int rows, int columns) => (rows, columns) switch
    {
        (0, _) => Words(columns, "column"),
        (_, 0) => Words(rows, "row"),
        _ => $"{Words(rows, "row")} and {Words(columns, "column")}",
    };

    private static string Words(int count, string what) => count == 1 ? $"the last {what}" : $"the last {count} {what}s";
}
