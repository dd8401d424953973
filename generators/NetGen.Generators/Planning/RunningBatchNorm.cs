using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Batch norm where predictions are explained: by the running statistics, which no input moves, so that its gradient is a factor a channel. The kernels are those of
/// training, whose statistics are packed as weights.
/// </summary>
internal sealed class RunningBatchNorm : OpLowering
{
    public static readonly RunningBatchNorm Instance = new();

    private RunningBatchNorm()
    {
    }

    public override bool FusesActivation => true;

    public override bool MasksGradient => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        lowering.Pack(new PackRunningStatistics(
            Weight: lowering.Parameter(node, "weight"),
            Bias: lowering.Parameter(node, "bias"),
            Mean: lowering.Parameter(node, "running_mean"),
            Variance: lowering.Parameter(node, "running_var"),
            Packed: Statistics(lowering, node),
            x.C,
            x.Pitch,
            node.Spec<BatchNormSpec>().Epsilon));
        lowering.Call(
            new BatchNormKernel(x, lowering.Plane(node.Id), lowering.ActivationOf(node)),
            node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) },
            lowering.Value(input),
            lowering.Value(node.Id),
            Statistics(lowering, node));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new BatchNormGradientKernel(lowering.Plane(input), lowering.GradientPlane(node.Id), target.Plane, lowering.ActivationOf(node)),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                Statistics(lowering, node));
        }
    }

    private static Operand Statistics(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Statistics, BatchNormRows.Count * lowering.Plane(node.Id).Pitch);
}
