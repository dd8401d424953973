using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SoftmaxCrossEntropy : OpLowering
{
    public override LossRoutine? Evaluation(ShapedNode node) => node.Inputs[0].Kind == ShapeKinds.Sequence
        ? new EvaluateSoftmaxCrossEntropyOfSteps(node.Inputs[0].Features, node.Inputs[0].Steps, node.Spec<SoftmaxCrossEntropySpec>().LabelSmoothing)
        : new EvaluateSoftmaxCrossEntropy(node.Inputs[0].Channels, node.Inputs[0].Positions, node.Spec<SoftmaxCrossEntropySpec>().LabelSmoothing);

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        lowering.Call(
            new SoftmaxCrossEntropyKernel(lowering.Plane(input), target.Plane, node.Spec<SoftmaxCrossEntropySpec>().LabelSmoothing, lowering.Share(node)) { InSteps = node.Inputs[0].Kind == ShapeKinds.Sequence },
            node.For(Purpose.Loss),
            lowering.Value(input),
            Operand.Labels,
            Operand.Targets,
            target.Operand,
            Operand.Totals,
            Operand.BatchCount);
    }
}
