namespace NetGen;

/// <summary>The sizes of the images that a transform changes.</summary>
internal readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Reads channels, height, width.</summary>
    public static ImageShape Of(IReadOnlyList<int> shape, string name = "shape")
    {
        ArgumentNullException.ThrowIfNull(shape, name);
        return shape is [> 0 and var channels, > 0 and var height, > 0 and var width]
            ? new ImageShape(channels, height, width)
            : throw new ArgumentException($"expected channels, height, width, each at least 1, actual {ShapeText.Of(shape)}", name);
    }

    /// <summary>Pixels of a channel.</summary>
    public int Plane => Height * Width;

    /// <summary>A row of an image.</summary>
    public Span<float> Row(Span<float> image, int channel, int row) => image.Slice(((channel * Height) + row) * Width, Width);

    /// <summary>A channel of an image.</summary>
    public Span<float> Channel(Span<float> image, int channel) => image.Slice(channel * Plane, Plane);

    /// <summary>Mirrors an image left to right.</summary>
    public void FlipHorizontally(Span<float> image)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int row = 0; row < Height; row++)
            {
                Row(image, channel, row).Reverse();
            }
        }
    }

    /// <summary>Mirrors an image top to bottom.</summary>
    public void FlipVertically(Span<float> image)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int row = 0; row < Height / 2; row++)
            {
                Span<float> upper = Row(image, channel, row);
                Span<float> lower = Row(image, channel, Height - 1 - row);
                for (int column = 0; column < Width; column++)
                {
                    (upper[column], lower[column]) = (lower[column], upper[column]);
                }
            }
        }
    }

    /// <summary>Writes a value a channel into a box of an image.</summary>
    public void Fill(Span<float> image, Box box, ReadOnlySpan<float> values)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int row = box.Top; row < box.Bottom; row++)
            {
                Row(image, channel, row)[box.Left..box.Right].Fill(values[channel]);
            }
        }
    }

    /// <summary>Refuses an image of another size.</summary>
    public void CheckSize(ReadOnlySpan<float> image)
    {
        if (image.Length != (long)Channels * Height * Width)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected an image of ({Channels}, {Height}, {Width}), {(long)Channels * Height * Width} values, actual {image.Length}"), "input");
        }
    }

    /// <summary>Refuses other than a label a pixel.</summary>
    public void CheckLabels(ReadOnlySpan<int> labels)
    {
        if (labels.Length != (long)Height * Width)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a label for each of {Height} × {Width} pixels, {(long)Height * Width} labels, actual {labels.Length}"), nameof(labels));
        }
    }
}
