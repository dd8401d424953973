using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Input : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override Shape? Infer(ShapeContext context)
    {
        Shape shape = context.Spec<InputSpec>().Shape;
        bool fits = shape.Kind switch
        {
            ShapeKinds.Image => context.AtLeast(1, "c", shape.C) & context.AtLeast(1, "h", shape.H) & context.AtLeast(1, "w", shape.W),
            ShapeKinds.Sequence => context.AtLeast(1, "steps", shape.Steps) & context.AtLeast(1, "features", shape.Features),
            _ => context.AtLeast(1, "features", shape.Features),
        };
        return fits ? shape : null;
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ((InputSpec)spec).Shape.Kind;
}
