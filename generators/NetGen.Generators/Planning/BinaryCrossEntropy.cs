using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class BinaryCrossEntropy : OpLowering
{
    public override LossRoutine? Evaluation(ShapedNode node) =>
        new EvaluateBinaryCrossEntropy((int)node.Inputs[0].Size, node.Inputs[0].Positions);

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        Plane plane = Plane.Of(node.Inputs[0]);
        Operand targets = lowering.Scratch(node, BufferRole.Targets, plane);
        lowering.Call(Exchange.Enter(node.Inputs[0], plane), node.For(Purpose.Targets), Operand.Targets, targets);
        lowering.Call(
            new BinaryCrossEntropyKernel(lowering.Plane(input), plane, target.Plane, lowering.Share(node)),
            node.For(Purpose.Loss),
            lowering.Value(input),
            targets,
            target.Operand,
            Operand.Totals,
            Operand.BatchCount);
    }
}
