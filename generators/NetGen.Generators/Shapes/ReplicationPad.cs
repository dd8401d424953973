using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class ReplicationPad : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        int pixels = context.Spec<BorderSpec>().Pixels;
        if (!context.AtLeast(0, "n", pixels, Sizes.MostPixels))
        {
            return null;
        }

        return context.ImageOf(context.Input.C, context.Input.H + (2L * pixels), context.Input.W + (2L * pixels), "n");
    }
}
