using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A convolution over steps: a sequence lies in memory as an image of one row, so the kernels are those of images.</summary>
internal sealed class Conv1D : OpLowering
{
    public override bool FusesActivation => true;

    public override void Forward(Lowering lowering, ShapedNode node) => Of(lowering, node).Forward();

    public override void Backward(Lowering lowering, ShapedNode node) => Of(lowering, node).Backward();

    private static StepConvLowering Of(Lowering lowering, ShapedNode node)
    {
        Conv1DSpec spec = node.Spec<Conv1DSpec>();
        return new StepConvLowering(lowering, node, new ConvGeometry(spec.Window.Leading, node.Inputs[0].Features, spec.Filters, spec.Groups), spec.Bias);
    }
}
