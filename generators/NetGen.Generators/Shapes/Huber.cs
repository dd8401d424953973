namespace NetGen.Generators.Ops;

internal sealed partial class Huber
{
    /// <summary>A single number, for outputs of any shape.</summary>
    public override Shape? Infer(ShapeContext context) =>
        context.IsFiniteAbove0("Delta", context.Spec<HuberSpec>().Delta) ? Shape.Vector(1) : null;
}
