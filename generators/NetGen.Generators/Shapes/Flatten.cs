using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Flatten : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    // The input was found to fit in an int before.
    public override Shape? Infer(ShapeContext context) => Shape.Vector((int)context.Input.Size);

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Vector;
}
