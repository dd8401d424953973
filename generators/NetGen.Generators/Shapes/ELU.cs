using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class ELU : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    /// <summary>The gradient is found from the output's sign, which a negative alpha would turn.</summary>
    public override Shape? Infer(ShapeContext context)
    {
        context.IsFiniteFrom0("alpha", context.Spec<ELUSpec>().Alpha);
        return context.Input;
    }
}
