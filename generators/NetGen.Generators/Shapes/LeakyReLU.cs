namespace NetGen.Generators.Ops;

internal sealed partial class LeakyReLU
{
    public override Shape? Infer(ShapeContext context) =>
        context.IsFinite("slope", context.Spec<LeakyReLUSpec>().Slope) ? context.Input : null;
}
