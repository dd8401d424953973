namespace NetGen.Generators.Ops;

internal sealed partial class SiLU
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
