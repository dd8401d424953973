namespace Captions;

/// <summary>What a thing is called by.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Shape">Its shape.</param>
internal readonly record struct Noun(Colour Colour, ShapeKind Shape)
{
    /// <summary>How many there are: six colours of five shapes.</summary>
    public const int Count = 30;

    private const int Shapes = 5;

    /// <summary>Its number, from 0.</summary>
    public int Number => ((int)Colour * Shapes) + (int)Shape;
}
