using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class AdaptiveAvgPool : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        AdaptiveAvgPoolSpec spec = context.Spec<AdaptiveAvgPoolSpec>();
        return context.AtLeast(1, "h", spec.H) & context.AtLeast(1, "w", spec.W)
            ? context.ImageOf(context.Input.C, spec.H, spec.W)
            : null;
    }
}
