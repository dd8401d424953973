using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Upsample : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        UpsampleSpec spec = context.Spec<UpsampleSpec>();
        if (!context.AtLeast(1, "scale", spec.Scale, Sizes.MostPixels))
        {
            return null;
        }

        if (spec.Mode is not (UpsampleMode.Nearest or UpsampleMode.Bilinear))
        {
            return context.FailRange("Mode", "Nearest or Bilinear", (int)spec.Mode);
        }

        return context.ImageOf(context.Input.C, (long)context.Input.H * spec.Scale, (long)context.Input.W * spec.Scale, "scale");
    }
}
