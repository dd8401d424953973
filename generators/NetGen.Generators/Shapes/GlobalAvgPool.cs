using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class GlobalAvgPool : ShapeRule
{
    public override Shape? Infer(ShapeContext context) => context.NeedsImage() ? Shape.Vector(context.Input.C) : null;
}
