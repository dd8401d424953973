namespace NetGen.Generators.Ops;

internal sealed partial class Dropout
{
    public override Shape? Infer(ShapeContext context) => context.IsRate("rate", context.Spec<DropoutSpec>().Rate) ? context.Input : null;
}
