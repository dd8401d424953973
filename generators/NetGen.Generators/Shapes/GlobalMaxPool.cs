using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class GlobalMaxPool : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.ImageOrSequence;

    public override Shape? Infer(ShapeContext context) => Shape.Vector(context.Input.Channels);

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Vector;
}
