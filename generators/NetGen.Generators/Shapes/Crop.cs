using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Crop : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        int pixels = context.Spec<BorderSpec>().Pixels;
        if (!context.AtLeast(0, "n", pixels, Sizes.MostPixels))
        {
            return null;
        }

        Shape input = context.Input;
        return Math.Min(input.H, input.W) <= 2L * pixels
            ? context.FailAt(Rules.NothingLeft.Id, "n", context.Label, $"{pixels}×{pixels}", $"{input.H}×{input.W}")
            : Shape.Image(input.C, input.H - (2 * pixels), input.W - (2 * pixels));
    }
}
