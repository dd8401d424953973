using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class MeanSquaredError : OpLowering
{
    public override LossRoutine? Evaluation(ShapedNode node) =>
        new EvaluateMeanSquaredError((int)node.Inputs[0].Size, node.Inputs[0].Positions);

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        lowering.Call(
            new MeanSquaredErrorKernel(lowering.Plane(input), target.Plane, lowering.Share(node)) { InSteps = node.Inputs[0].Kind == ShapeKinds.Sequence },
            node.For(Purpose.Loss),
            lowering.With(node, lowering.Value(input), lowering.Targets(node), target.Operand, lowering.Totals(node), lowering.BatchCount(node)));
    }
}
