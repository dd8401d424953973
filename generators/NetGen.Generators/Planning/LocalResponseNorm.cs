using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class LocalResponseNorm : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        LocalResponseNormKernel kernel = new(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<LocalResponseNormSpec>());
        lowering.Call(
            kernel,
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id),
            lowering.Scratch(node, BufferRole.Squares, kernel.Neighbours.Rows(1)));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        if (lowering.Target(node, 0) is { } target)
        {
            LocalResponseNormGradientKernel kernel = new(lowering.Plane(input), lowering.GradientPlane(node.Id), target.Plane, node.Spec<LocalResponseNormSpec>());
            lowering.Call(
                target,
                kernel,
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                lowering.Scratch(node, BufferRole.Rows, kernel.Neighbours.Rows(2)));
        }
    }
}
