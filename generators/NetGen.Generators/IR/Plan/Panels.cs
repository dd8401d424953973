namespace NetGen.Generators.IR;

/// <summary>
/// Vectors of a whole batch, cut into panels of <paramref name="Width"/> values: first the first panel of all images, then the second
/// of all images. So a tile that sums over the images reads one run of memory, where rows a power of two apart would share few places of a cache.
/// </summary>
/// <param name="Length">Values of an image.</param>
/// <param name="Width">Values of an image in a panel.</param>
/// <param name="Overlaps">Whether the last panel ends with the vector and shares values with the one before; otherwise it is not filled.</param>
internal readonly record struct Panels(int Length, int Width, bool Overlaps)
{
    /// <summary>Four 512-bit vectors, the widest tile.</summary>
    private const int InputWidth = 64;

    /// <summary>Whole tiles of 6 and of 8 outputs.</summary>
    private const int OutputWidth = 48;

    public int Count => (Length + Width - 1) / Width;

    /// <summary>Floats of an image.</summary>
    public int Size => Count * Width;

    /// <summary>Where the last panel starts.</summary>
    public int Last => Overlaps ? Length - Width : (Count - 1) * Width;

    /// <summary>How many values the last panel holds.</summary>
    public int LastWidth => Length - Last;

    /// <summary>Panels that a tile reads as vectors. All are whole, so that no vector reaches past a row of weights.</summary>
    public static Panels OfInputs(int length) => new(length, Math.Min(InputWidth, length / Plane.Lanes * Plane.Lanes), Overlaps: true);

    /// <summary>Panels that a tile reads value by value.</summary>
    public static Panels OfOutputs(int length) => new(length, OutputWidth, Overlaps: false);
}
