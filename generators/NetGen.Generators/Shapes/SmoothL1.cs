using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class SmoothL1 : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    /// <summary>A single number, for outputs of any shape.</summary>
    public override Shape? Infer(ShapeContext context)
    {
        context.IsFiniteFrom0("Beta", context.Spec<SmoothL1Spec>().Beta);
        return Shape.Vector(1);
    }
}
