using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Huber : PointLoss
{
    public override LossRoutine? Evaluation(ShapedNode node) =>
        new EvaluateHuber((int)node.Inputs[0].Size, node.Inputs[0].Positions, node.Spec<HuberSpec>().Delta);

    protected override PointLossKernel Kernel(ShapedNode node, Plane x, Plane targets, Plane dx, LossShare share) =>
        new HuberKernel(x, targets, dx, node.Spec<HuberSpec>().Delta, share);
}
