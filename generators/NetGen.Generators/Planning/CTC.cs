using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class CTC : OpLowering
{
    /// <summary>Floats of a double.</summary>
    private const int Double = 2;

    public override LossRoutine? Evaluation(ShapedNode node) => new EvaluateCTC(node.Inputs[0].Steps, node.Inputs[0].Features, node.Spec<CTCSpec>().ZeroInfinity);

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        long steps = node.Inputs[0].Steps;
        lowering.Call(
            new CTCKernel(lowering.Plane(input), target.Plane, node.Spec<CTCSpec>().ZeroInfinity, lowering.Share(node)),
            node.For(Purpose.Loss),
            lowering.With(
                node,
                lowering.Value(input),
                lowering.Labels(node),
                target.Operand,
                lowering.Totals(node),
                lowering.BatchCount(node),
                lowering.Work(Double * (steps + ((steps + 2) * ((2 * steps) + 1))))));
    }
}
