using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Softplus : ShapeRule
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
