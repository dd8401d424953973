namespace NetGen.Generators.Ops;

internal sealed partial class ELU
{
    /// <summary>The gradient is found from the output's sign, which a negative alpha would turn.</summary>
    public override Shape? Infer(ShapeContext context) =>
        context.IsFiniteFrom0("alpha", context.Spec<ELUSpec>().Alpha) ? context.Input : null;
}
