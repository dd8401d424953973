using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Dice : OpLowering
{
    /// <summary>Floats of scratch for each channel: two sums and two factors, in doubles.</summary>
    private const int WorkOfChannel = 8;

    public override LossRoutine? Evaluation(ShapedNode node)
    {
        DiceSpec spec = node.Spec<DiceSpec>();
        return new EvaluateDice(node.Inputs[0].Channels, node.Inputs[0].Positions, spec.Sigmoid, spec.Smooth, spec.Ignored ?? SoftmaxCrossEntropy.NoLabel);
    }

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        DiceSpec spec = node.Spec<DiceSpec>();
        GradientTarget target = lowering.Target(node, 0)!.Value;
        lowering.Call(
            new DiceKernel(lowering.Plane(input), target.Plane, spec.Sigmoid, spec.Smooth, spec.Ignored, lowering.Share(node)),
            node.For(Purpose.Loss),
            lowering.With(
                node,
                lowering.Value(input),
                spec.Sigmoid ? Operand.None : lowering.Labels(node),
                lowering.Targets(node),
                target.Operand,
                lowering.Totals(node),
                lowering.BatchCount(node),
                lowering.Work((long)WorkOfChannel * node.Inputs[0].Channels)));
    }
}
