using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SmoothL1 : PointLoss
{
    public override LossRoutine? Evaluation(ShapedNode node) =>
        new EvaluateSmoothL1((int)node.Inputs[0].Size, node.Inputs[0].Positions, node.Spec<SmoothL1Spec>().Beta);

    protected override PointLossKernel Kernel(ShapedNode node, Plane x, Plane targets, Plane dx, LossShare share) =>
        new SmoothL1Kernel(x, targets, dx, node.Spec<SmoothL1Spec>().Beta, share);
}
