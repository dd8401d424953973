namespace NetGen.Generators.IR;

/// <summary>Adds a border of zeros.</summary>
internal sealed record ZeroPadSpec(int Top, int Bottom, int Left, int Right) : BorderSpec(Top, Bottom, Left, Right)
{
    public ZeroPadSpec(int pixels)
        : this(pixels, pixels, pixels, pixels)
    {
    }
}
