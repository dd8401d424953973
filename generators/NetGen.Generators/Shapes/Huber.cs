using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Huber : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    /// <summary>A single number, for outputs of any shape.</summary>
    public override Shape? Infer(ShapeContext context)
    {
        context.IsFiniteAbove0("Delta", context.Spec<HuberSpec>().Delta);
        return Shape.Vector(1);
    }
}
