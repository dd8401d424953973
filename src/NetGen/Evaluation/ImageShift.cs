namespace NetGen;

/// <summary>Moves images in place; the outermost pixels are repeated.</summary>
internal static class ImageShift
{
    /// <summary>Moves to the right, or to the left where <paramref name="by"/> is negative; by less than the width.</summary>
    public static void Horizontally(ImageShape shape, Span<float> image, int by)
    {
        shape.CheckSize(image);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int row = 0; row < shape.Height; row++)
            {
                Move(shape.Row(image, channel, row), by, 1);
            }
        }
    }

    /// <summary>Moves down, or up where <paramref name="by"/> is negative; by less than the height.</summary>
    public static void Vertically(ImageShape shape, Span<float> image, int by)
    {
        shape.CheckSize(image);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            Move(shape.Channel(image, channel), by, shape.Width);
        }
    }

    /// <summary>Moves items of some values each, and repeats the first or the last.</summary>
    private static void Move(Span<float> values, int by, int size)
    {
        int gap = Math.Abs(by) * size;
        if (by > 0)
        {
            values[..^gap].CopyTo(values[gap..]);
            for (int start = size; start < gap; start += size)
            {
                values[..size].CopyTo(values[start..]);
            }
        }
        else
        {
            values[gap..].CopyTo(values);
            for (int start = values.Length - gap; start < values.Length - size; start += size)
            {
                values[^size..].CopyTo(values[start..]);
            }
        }
    }
}
