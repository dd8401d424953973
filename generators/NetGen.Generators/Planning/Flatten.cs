using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Flatten : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>One pixel's channels are a vector already.</summary>
    public override bool IsIdentity(ShapedNode node, bool training) => node.Inputs[0].H == 1 && node.Inputs[0].W == 1;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new FlattenKernel(lowering.Plane(input), lowering.Plane(node.Id), Back: false),
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
                new FlattenKernel(target.Plane, lowering.GradientPlane(node.Id), Back: true),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
