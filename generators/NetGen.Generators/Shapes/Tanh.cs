using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Tanh : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context)
    {
        TanhSpec spec = context.Spec<TanhSpec>();
        context.IsFiniteAbove0("Scale", spec.Scale);
        context.IsFiniteAbove0("Slope", spec.Slope);
        return context.Input;
    }
}
