namespace NetGen.Generators.IR;

/// <summary>The neighbourhood of a channel, and a row of a pixel's channels with zeros at both ends, in which it may be read at every channel.</summary>
internal readonly record struct ChannelNeighbours(int Before, int After, int Pitch)
{
    /// <summary>Zeros at either end, so that the row serves the turned neighbourhood of the gradient as well.</summary>
    public int Margin => Math.Max(Before, After);

    /// <summary>Floats of a row.</summary>
    public int Length => Plane.PitchOf(Pitch + (2 * Margin));

    /// <summary>A neighbourhood that reaches further than all channels does not grow any more.</summary>
    public static ChannelNeighbours Of(Plane plane, int size) =>
        new(Math.Min(size / 2, plane.C), Math.Min((size - 1) / 2, plane.C), plane.Pitch);

    /// <summary>Memory for rows.</summary>
    public Plane Rows(int rows) => Plane.Of(Shape.Vector(rows * Length));
}
