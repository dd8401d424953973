using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>
/// What is known of a value's shape. Behind a layer in error it may be all of it, as the error has no say in it; its kind alone, so that an image where a
/// vector is needed is still told; or nothing, and then layers are checked as far as that needs no shape.
/// </summary>
/// <param name="Shape">The shape; null where it is not known.</param>
/// <param name="Kind">The kind of shape; null where not even that is known.</param>
internal readonly record struct ShapeGuess(Shape? Shape, ShapeKinds? Kind)
{
    /// <summary>A shape that is known.</summary>
    public static ShapeGuess Of(Shape shape) => new(shape, shape.Kind);

    /// <summary>A shape of a known kind; nothing for null.</summary>
    public static ShapeGuess OfKind(ShapeKinds? kind) => new(null, kind);

    /// <summary>The kinds of several values, null where one is not known.</summary>
    public static IReadOnlyList<ShapeKinds?> Kinds(IEnumerable<ShapeGuess> guesses) => guesses.Select(g => g.Kind).ToList();
}
