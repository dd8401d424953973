using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Reshape : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override Shape? OutputOfAny(Spec spec) => spec is ReshapeSpec s ? Shape.Image(s.C, s.H, s.W) : null;

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        ReshapeSpec spec = context.Spec<ReshapeSpec>();
        if (!context.AtLeast(1, "c", spec.C) | !context.AtLeast(1, "h", spec.H) | !context.AtLeast(1, "w", spec.W))
        {
            return null;
        }

        Shape output = Shape.Image(spec.C, spec.H, spec.W);
        return output.Size == context.Input.Size
            ? output
            : context.Fail(Rules.SizesDiffer.Id, context.Label, $"{output}", $"{output.Size}", $"{context.Input}", $"{context.Input.Size}");
    }
}
