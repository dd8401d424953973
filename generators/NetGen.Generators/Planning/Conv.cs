using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Conv : OpLowering
{
    public override bool TakesAnyPitch => true;

    public override bool FusesActivation => true;

    public override bool FoldsBatchNorm => true;

    public override Halo InputHalo(ShapedNode node, int input)
    {
        Window window = node.Spec<ConvSpec>().Window;
        return new Halo(window.PadY, window.PadX);
    }

    public override Halo GradientHalo(ShapedNode node) =>
        ConvLowering.GradientHalo(node.Spec<ConvSpec>().Window, node.Inputs[0], node.Output);

    public override void Forward(Lowering lowering, ShapedNode node) => Of(lowering, node).Forward();

    public override void Backward(Lowering lowering, ShapedNode node) => Of(lowering, node).Backward();

    private static ConvLowering Of(Lowering lowering, ShapedNode node)
    {
        ConvSpec spec = node.Spec<ConvSpec>();
        return new ConvLowering(lowering, node, spec.Window, spec.Filters, spec.Groups, spec.Bias);
    }
}
