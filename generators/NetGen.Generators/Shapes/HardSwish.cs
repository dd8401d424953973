using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class HardSwish : ShapeRule
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
