using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Sigmoid : ShapeRule
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
