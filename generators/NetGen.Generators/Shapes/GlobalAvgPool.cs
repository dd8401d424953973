namespace NetGen.Generators.Ops;

internal sealed partial class GlobalAvgPool
{
    public override Shape? Infer(ShapeContext context) => context.NeedsImage() ? Shape.Vector(context.Input.C) : null;
}
