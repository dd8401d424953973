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
}
