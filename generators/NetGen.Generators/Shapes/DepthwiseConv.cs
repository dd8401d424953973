using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class DepthwiseConv : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        DepthwiseConvSpec spec = context.Spec<DepthwiseConvSpec>();
        return context.AtLeast(1, "Multiplier", spec.Multiplier) & context.CheckWindow(spec.Window)
            ? context.Slide(spec.Window, (long)context.Input.C * spec.Multiplier)
            : null;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        DepthwiseConvSpec spec = (DepthwiseConvSpec)node.Spec;
        int channels = inputs[0].C;
        return ConvParameters.Of(channels * spec.Multiplier, channels, channels, spec.Window, spec.Bias);
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        Window window = ((DepthwiseConvSpec)node.Spec).Window;
        return Sizes.Product(output.Size, window.KernelY, window.KernelX);
    }
}
