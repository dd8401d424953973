using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Crop : OpLowering
{
    public override bool GainLooksPast => true;

    public override bool IsIdentity(ShapedNode node, bool training) => node.Spec<BorderSpec>().IsNone;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new CropKernel(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<BorderSpec>().Top, node.Spec<BorderSpec>().Left),
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
                new ZeroPadKernel(lowering.GradientPlane(node.Id), target.Plane, node.Spec<BorderSpec>().Top, node.Spec<BorderSpec>().Left),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}
