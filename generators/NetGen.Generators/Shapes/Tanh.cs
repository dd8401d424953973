namespace NetGen.Generators.Ops;

internal sealed partial class Tanh
{
    public override Shape? Infer(ShapeContext context)
    {
        TanhSpec spec = context.Spec<TanhSpec>();
        return context.IsFiniteAbove0("Scale", spec.Scale) & context.IsFiniteAbove0("Slope", spec.Slope) ? context.Input : null;
    }
}
