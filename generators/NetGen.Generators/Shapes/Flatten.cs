namespace NetGen.Generators.Ops;

internal sealed partial class Flatten
{
    // The input was found to fit in an int before.
    public override Shape? Infer(ShapeContext context) => Shape.Vector((int)context.Input.Size);
}
