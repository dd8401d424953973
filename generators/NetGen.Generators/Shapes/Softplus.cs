namespace NetGen.Generators.Ops;

internal sealed partial class Softplus
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
