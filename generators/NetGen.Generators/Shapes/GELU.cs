namespace NetGen.Generators.Ops;

internal sealed partial class GELU
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
