namespace NetGen.Generators.IR;

/// <summary>Takes a border off.</summary>
internal sealed record CropSpec(int Top, int Bottom, int Left, int Right) : BorderSpec(Top, Bottom, Left, Right)
{
    public CropSpec(int pixels)
        : this(pixels, pixels, pixels, pixels)
    {
    }
}
