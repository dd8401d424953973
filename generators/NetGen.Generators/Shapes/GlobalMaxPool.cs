using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class GlobalMaxPool : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context) => Shape.Vector(context.Input.C);

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Vector;
}
