using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Sigmoid : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new FunctionKernel(PointFunction.Sigmoid, lowering.Plane(input), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new SigmoidGradientKernel(lowering.Plane(node.Id), lowering.GradientPlane(node.Id), target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(node.Id),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
