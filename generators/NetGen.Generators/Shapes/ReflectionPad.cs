using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class ReflectionPad : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        int pixels = context.Spec<BorderSpec>().Pixels;
        if (!context.AtLeast(0, "n", pixels, Sizes.MostPixels))
        {
            return null;
        }

        int most = Math.Min(context.Input.H, context.Input.W) - 1;
        if (pixels > most)
        {
            return context.FailAt(Rules.NothingToMirror.Id, "n", context.Label, $"{pixels}", $"{context.Input}", $"{most}");
        }

        return context.ImageOf(context.Input.C, context.Input.H + (2L * pixels), context.Input.W + (2L * pixels), "n");
    }
}
