using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class ZeroPad : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context) => context.Grown();
}
