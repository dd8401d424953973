namespace Captions;

/// <summary>What a thing is called by.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Shape">Its shape.</param>
internal readonly record struct Noun(Colour Colour, ShapeKind Shape);
