using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class ReflectionPad : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context) =>
        context.CheckBorder(context.Spec<BorderSpec>()) && context.CheckMirrored(context.Spec<BorderSpec>()) ? context.Grown() : null;
}
