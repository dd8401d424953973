using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Multiply : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context)
    {
        Shape result = context.Input;
        for (int i = 1; i < context.Inputs.Count; i++)
        {
            Shape other = context.Inputs[i];
            bool scales = other.Channels == result.Channels && (IsVector(other) || IsVector(result));
            if (other != result && !scales)
            {
                string either = IsVector(result) ? $"({result.Channels}, *, *)" : $"({result.Channels})";
                return context.FailJoin($"{result} or {either}", i);
            }

            result = IsVector(result) ? other : result;
        }

        return result;
    }

    /// <summary>A vector scales an image's channels, so an image among them decides; a vector alone does not.</summary>
    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) =>
        inputs.Contains(ShapeKinds.Image) ? ShapeKinds.Image : inputs.All(k => k is not null) ? Joins.Kind(inputs) : null;

    private static bool IsVector(Shape shape) => shape.Kind == ShapeKinds.Vector;
}
