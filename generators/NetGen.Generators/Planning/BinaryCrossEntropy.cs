using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class BinaryCrossEntropy : PointLoss
{
    public override LossRoutine? Evaluation(ShapedNode node) =>
        new EvaluateBinaryCrossEntropy((int)node.Inputs[0].Size, node.Inputs[0].Positions);

    protected override PointLossKernel Kernel(ShapedNode node, Plane x, Plane targets, Plane dx, LossShare share) =>
        new BinaryCrossEntropyKernel(x, targets, dx, share);
}
