using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Input : ShapeRule
{
    public override Shape? Infer(ShapeContext context)
    {
        Shape shape = context.Spec<InputSpec>().Shape;
        return shape.IsVector
            ? context.AtLeast(1, "features", shape.C) ? shape : null
            : context.AtLeast(1, "c", shape.C) & context.AtLeast(1, "h", shape.H) & context.AtLeast(1, "w", shape.W) ? shape : null;
    }
}
