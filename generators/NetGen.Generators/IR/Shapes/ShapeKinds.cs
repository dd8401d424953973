namespace NetGen.Generators.IR;

/// <summary>Kinds of shapes by their axes: of one shape a single one, of what an op takes any set.</summary>
[Flags]
internal enum ShapeKinds
{
    None = 0,

    /// <summary>Features.</summary>
    Vector = 1,

    /// <summary>Channels, height and width.</summary>
    Image = 2,

    /// <summary>Time and features.</summary>
    Sequence = 4,

    VectorOrImage = Vector | Image,
    VectorOrSequence = Vector | Sequence,
    ImageOrSequence = Image | Sequence,
    Any = Vector | Image | Sequence,
}

internal static class ShapeKindsExtensions
{
    /// <summary>Whether all of some kinds are in the set.</summary>
    public static bool Include(this ShapeKinds set, ShapeKinds kinds) => (set & kinds) == kinds;
}
