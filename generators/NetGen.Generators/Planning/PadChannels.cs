using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class PadChannels : OpLowering
{
    public override bool GainLooksPast => true;

    public override bool IsIdentity(ShapedNode node, bool training) => node.Spec<PadChannelsSpec>() is { Before: 0, After: 0 };

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new PadChannelsKernel(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<PadChannelsSpec>().Before),
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
                new CopyChannelsKernel(lowering.GradientPlane(node.Id), node.Spec<PadChannelsSpec>().Before, target.Plane, 0, node.Inputs[0].Channels),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
