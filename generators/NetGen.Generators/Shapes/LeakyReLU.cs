namespace NetGen.Generators.Ops;

internal sealed partial class LeakyReLU
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
