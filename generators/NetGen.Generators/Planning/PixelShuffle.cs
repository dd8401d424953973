using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class PixelShuffle : OpLowering
{
    public override bool IsIdentity(ShapedNode node, bool training) => node.Spec<PixelShuffleSpec>().Scale == 1;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new PixelShuffleKernel(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<PixelShuffleSpec>().Scale, Back: false),
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
                new PixelShuffleKernel(target.Plane, lowering.GradientPlane(node.Id), node.Spec<PixelShuffleSpec>().Scale, Back: true),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
