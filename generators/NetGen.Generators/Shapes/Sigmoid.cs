namespace NetGen.Generators.Ops;

internal sealed partial class Sigmoid
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
