namespace NetGen;

/// <summary>The sizes of the images that a transform changes.</summary>
internal readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Reads channels, height, width.</summary>
    public static ImageShape Of(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape is [> 0 and var channels, > 0 and var height, > 0 and var width]
            ? new ImageShape(channels, height, width)
            : throw new ArgumentException($"expected channels, height, width, each at least 1, actual {ShapeText.Of(shape)}", nameof(shape));
    }

    /// <summary>A row of an image.</summary>
    public Span<float> Row(Span<float> image, int channel, int row) => image.Slice(((channel * Height) + row) * Width, Width);

    /// <summary>Refuses an image of another size.</summary>
    public void CheckSize(ReadOnlySpan<float> image)
    {
        if (image.Length != (long)Channels * Height * Width)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected an image of ({Channels}, {Height}, {Width}), {(long)Channels * Height * Width} values, actual {image.Length}"), "input");
        }
    }
}
