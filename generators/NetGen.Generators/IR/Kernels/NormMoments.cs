namespace NetGen.Generators.IR;

/// <summary>What norms keep of an image beside its value.</summary>
internal static class NormMoments
{
    /// <summary>Layer norm: mean and one over the deviation.</summary>
    public static readonly Plane OfLayer = Plane.Of(Shape.Vector(2));

    /// <summary>Group norm: two rows with a number a channel; in a group they are alike.</summary>
    public static Plane OfGroups(Plane value) => new(2 * value.Pitch, 1, 1, 2 * value.Pitch, 0, 0);
}
