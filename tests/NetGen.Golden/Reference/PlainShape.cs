namespace NetGen.Golden.Reference;

/// <summary>The sizes of an image; a feature vector is an image of one pixel.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public readonly record struct PlainShape(int Channels, int Height, int Width)
{
    /// <summary>Values of one image.</summary>
    public int Size => Channels * Height * Width;

    /// <summary>Pixels of one image.</summary>
    public int Pixels => Height * Width;
}
