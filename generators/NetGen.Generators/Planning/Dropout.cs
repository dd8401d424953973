using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Dropout : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>What a prediction computes has none, so that its gradients have none either.</summary>
    public override OpLowering Choose(AlgorithmRequest request) => request.Explains ? LeftOut.Instance : this;

    public override bool IsIdentity(ShapedNode node, bool training) => !training || node.Spec<DropoutSpec>().Rate == 0;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new DropoutKernel(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<DropoutSpec>().Rate),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id),
            Operand.Noise(node.Id),
            Operand.StepFirst);
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new DropoutKernel(lowering.GradientPlane(node.Id), target.Plane, node.Spec<DropoutSpec>().Rate),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand,
                Operand.Noise(node.Id),
                Operand.StepFirst);
        }
    }
}
