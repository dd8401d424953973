using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>An average pool over steps: that of an image of one row. The padding, and what ceil mode reads past it, is zeros around a copy.</summary>
internal sealed class AvgPool1D : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        AvgPool1DSpec spec = node.Spec<AvgPool1DSpec>();
        Window window = spec.Window;
        (Plane x, Operand input) = lowering.PaddedSteps(node, AvgPool.Border(node.Inputs[0].Steps, node.Output.Steps, window.KernelX, window.StrideX, window.PadX), BufferRole.Padded);
        lowering.Call(new AvgPoolKernel(x, lowering.Plane(node.Id), window, spec.CountIncludePad), node.For(Purpose.Value), input, lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        AvgPool1DSpec spec = node.Spec<AvgPool1DSpec>();
        AvgPool.Backward(lowering, node, spec.Window, spec.CountIncludePad);
    }
}
