namespace NetGen.Generators.Ops;

internal sealed partial class HardSwish
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
