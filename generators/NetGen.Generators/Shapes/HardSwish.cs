using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class HardSwish : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context) => context.Input;
}
