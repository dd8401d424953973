namespace NetGen.Generators.IR;

/// <summary>Adds a border that mirrors the image at its edges.</summary>
internal sealed record ReflectionPadSpec(int Top, int Bottom, int Left, int Right) : BorderSpec(Top, Bottom, Left, Right)
{
    public ReflectionPadSpec(int pixels)
        : this(pixels, pixels, pixels, pixels)
    {
    }
}
