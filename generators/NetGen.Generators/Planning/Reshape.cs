using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Reshape : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>Whether the shape is the one there was; a vector is an image of one pixel.</summary>
    public override bool IsIdentity(ShapedNode node, bool training) =>
        node.Inputs[0] == node.Output || (node.Inputs[0].Positions == 1 && node.Output.Positions == 1);

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new ReshapeKernel(lowering.Plane(input).InOrder(node.Inputs[0]), lowering.Plane(node.Id).InOrder(node.Output)),
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
                new ReshapeKernel(lowering.GradientPlane(node.Id).InOrder(node.Output), target.Plane.InOrder(node.Inputs[0])),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
