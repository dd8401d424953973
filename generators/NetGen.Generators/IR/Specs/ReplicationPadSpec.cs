namespace NetGen.Generators.IR;

/// <summary>Adds a border that repeats the image's edges.</summary>
internal sealed record ReplicationPadSpec(int Top, int Bottom, int Left, int Right) : BorderSpec(Top, Bottom, Left, Right)
{
    public ReplicationPadSpec(int pixels)
        : this(pixels, pixels, pixels, pixels)
    {
    }
}
