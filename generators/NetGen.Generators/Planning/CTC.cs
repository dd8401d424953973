using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class CTC : OpLowering
{
    /// <summary>Floats of a double.</summary>
    private const int Double = 2;

    public override LossRoutine? Evaluation(ShapedNode node)
    {
        (int steps, int classes, bool zeroInfinity) = (node.Inputs[0].Steps, node.Inputs[0].Features, node.Spec<CTCSpec>().ZeroInfinity);
        return node.LengthsNode is null ? new EvaluateCTC(steps, classes, zeroInfinity) : new EvaluateCTCOfOwnSteps(steps, classes, zeroInfinity, ModelSetting.InputSize);
    }

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        long steps = node.Inputs[0].Steps;
        Operand[] operands =
        [
            lowering.Value(input),
            lowering.Labels(node),
            target.Operand,
            lowering.Totals(node),
            lowering.BatchCount(node),
            lowering.Work(Double * (steps + ((steps + 2) * ((2 * steps) + 1)))),
        ];

        // The numbers are read where callers hand them over: nothing else may have use for them.
        (Operand Place, int Sample)? lengths = node.LengthsNode is { } own ? lowering.InputOf(own) : null;
        lowering.Call(
            new CTCKernel(lowering.Plane(input), target.Plane, node.Spec<CTCSpec>().ZeroInfinity, lowering.Share(node)) { Sample = lengths?.Sample },
            node.For(Purpose.Loss),
            lowering.With(node, lengths is { } given ? [.. operands, given.Place] : operands));
    }
}
