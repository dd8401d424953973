using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Channels are copied pixel by pixel; rows, columns and steps are a crop, whose gradient is a border of zeros.</summary>
internal sealed class Slice : OpLowering
{
    public override bool GainLooksPast => true;

    public override bool IsIdentity(ShapedNode node, bool training) => node.Inputs[0] == node.Output;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        SliceSpec spec = node.Spec<SliceSpec>();
        Plane x = lowering.Plane(input);
        Plane y = lowering.Plane(node.Id);
        Kernel kernel = spec.Axis == SliceAxis.Channels
            ? new CopyChannelsKernel(x, spec.Start, y, 0, spec.Length)
            : new CropKernel(x, y, Top(spec), Left(spec));
        lowering.Call(kernel, node.For(Purpose.Value), lowering.Value(input), lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Target(node, 0) is { } target)
        {
            SliceSpec spec = node.Spec<SliceSpec>();
            Plane dy = lowering.GradientPlane(node.Id);
            Kernel kernel = spec.Axis == SliceAxis.Channels
                ? new PadChannelsKernel(dy, target.Plane, spec.Start)
                : new ZeroPadKernel(dy, target.Plane, Top(spec), Left(spec));
            lowering.Call(target, kernel, node.For(Purpose.InputGradient), lowering.Gradient(node.Id), target.Operand);
        }
    }

    private static int Top(SliceSpec spec) => spec.Axis == SliceAxis.Height ? spec.Start : 0;

    /// <summary>The steps of a sequence lie as the columns of an image of one row.</summary>
    private static int Left(SliceSpec spec) => spec.Axis is SliceAxis.Width or SliceAxis.Steps ? spec.Start : 0;
}
