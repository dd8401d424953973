using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Flatten : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>One pixel's channels are a vector already.</summary>
    public override bool IsIdentity(ShapedNode node, bool training) => node.Inputs[0].Positions == 1;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            node.Inputs[0].Kind == ShapeKinds.Sequence
                ? new ReshapeKernel(lowering.Plane(input).InOrder(node.Inputs[0]), lowering.Plane(node.Id).InOrder(node.Output))
                : new FlattenKernel(lowering.Plane(input), lowering.Plane(node.Id), Back: false),
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
                node.Inputs[0].Kind == ShapeKinds.Sequence
                    ? new ReshapeKernel(lowering.GradientPlane(node.Id).InOrder(node.Output), target.Plane.InOrder(node.Inputs[0]))
                    : new FlattenKernel(target.Plane, lowering.GradientPlane(node.Id), Back: true),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
