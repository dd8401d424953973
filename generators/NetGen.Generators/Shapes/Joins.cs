using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>What ops that join values have in common.</summary>
internal static class Joins
{
    /// <summary>The kind that all known values have; null where they differ or none is known.</summary>
    public static ShapeKinds? Kind(IReadOnlyList<ShapeKinds?> inputs)
    {
        ShapeKinds? kind = inputs.FirstOrDefault(k => k is not null);
        return inputs.All(k => k is null || k == kind) ? kind : null;
    }

    /// <summary>
    /// The shape of values joined element by element: the one of them that all others are repeated to. What does not fit is reported with <paramref name="needed"/>, which
    /// words what would.
    /// </summary>
    public static Shape? Together(ShapeContext context, Func<Shape, string> needed)
    {
        Shape result = context.Input;
        for (int i = 1; i < context.Inputs.Count; i++)
        {
            Shape other = context.Inputs[i];
            if (IsRepeated(result, other))
            {
                result = other;
            }
            else if (!IsRepeated(other, result))
            {
                return context.FailJoin(needed(result), i);
            }
        }

        return result;
    }

    /// <summary>
    /// Whether a value is repeated to the size of another, by NumPy's rules: each of its sizes is the other's, or 1. A vector stands for the channels of an image or
    /// the features of a step.
    /// </summary>
    public static bool IsRepeated(Shape small, Shape large) =>
        IsOneOr(small.Channels, large.Channels)
        && (small.Kind == ShapeKinds.Vector
            || (small.Kind == large.Kind && (small.Kind == ShapeKinds.Sequence ? IsOneOr(small.Steps, large.Steps) : IsOneOr(small.H, large.H) && IsOneOr(small.W, large.W))));

    /// <summary>The kind of the result: a vector goes with an image or a sequence, so such a one among them decides; a vector alone does not.</summary>
    public static ShapeKinds? KindTogether(IReadOnlyList<ShapeKinds?> inputs) =>
        inputs.Contains(ShapeKinds.Image) ? ShapeKinds.Image : inputs.Contains(ShapeKinds.Sequence) ? ShapeKinds.Sequence : inputs.All(k => k is not null) ? Kind(inputs) : null;

    private static bool IsOneOr(int size, int other) => size == 1 || size == other;
}
