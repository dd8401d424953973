using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class ReLU6 : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new ReLU6Kernel(lowering.Plane(input), lowering.Plane(node.Id)),
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
                new ReLU6GradientKernel(lowering.Plane(node.Id), lowering.GradientPlane(node.Id), target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(node.Id),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
