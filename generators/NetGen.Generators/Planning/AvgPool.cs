using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class AvgPool : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>The padding is read as zeros, and so is what ceil mode reads past it.</summary>
    public override Halo InputHalo(ShapedNode node, int input)
    {
        Window window = node.Spec<AvgPoolSpec>().Window;
        return new Halo(
            Border(node.Inputs[0].H, node.Output.H, window.KernelY, window.StrideY, window.PadY),
            Border(node.Inputs[0].W, node.Output.W, window.KernelX, window.StrideX, window.PadX));
    }

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        AvgPoolSpec spec = node.Spec<AvgPoolSpec>();
        lowering.Call(
            new AvgPoolKernel(lowering.Plane(input), lowering.Plane(node.Id), spec.Window, spec.CountIncludePad),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        AvgPoolSpec spec = node.Spec<AvgPoolSpec>();
        Backward(lowering, node, spec.Window, spec.CountIncludePad);
    }

    /// <summary>Shares the gradients of windows out among their places.</summary>
    public static void Backward(Lowering lowering, ShapedNode node, Window window, bool countIncludePad)
    {
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new AvgPoolGradientKernel(lowering.GradientPlane(node.Id), target.Plane, window, countIncludePad),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }

    /// <summary>How far windows reach past an image in one direction.</summary>
    public static int Border(int size, int windows, int kernel, int stride, int pad) =>
        Math.Max(pad, ((windows - 1) * stride) - pad + kernel - size);
}
