namespace NetGen.Generators.Ops;

internal sealed partial class Tanh
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
