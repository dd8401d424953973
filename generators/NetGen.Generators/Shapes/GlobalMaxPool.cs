namespace NetGen.Generators.Ops;

internal sealed partial class GlobalMaxPool
{
    public override Shape? Infer(ShapeContext context) => context.NeedsImage() ? Shape.Vector(context.Input.C) : null;
}
