namespace NetGen.Generators.Ops;

internal sealed partial class ReLU
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
