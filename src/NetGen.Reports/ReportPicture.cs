using NetGen.Images;

namespace NetGen.Reports;

/// <summary>A picture of a <see cref="Report"/>.</summary>
/// <param name="Picture">Its pixels.</param>
/// <param name="Caption">What stands under it; may have several lines.</param>
public sealed record ReportPicture(Picture Picture, string Caption)
{
    private const int Colour = 3;

    /// <summary>Its pixels.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public Picture Picture { get; init => field = value ?? throw new ArgumentNullException(nameof(Picture)); } = Picture ?? throw new ArgumentNullException(nameof(Picture));

    /// <summary>What stands under it; may have several lines.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public string Caption { get; init => field = value ?? throw new ArgumentNullException(nameof(Caption)); } = Caption ?? throw new ArgumentNullException(nameof(Caption));

    /// <summary>Pixels in a row.</summary>
    public int Width => Picture.Width;

    /// <summary>Rows.</summary>
    public int Height => Picture.Height;

    /// <summary>Makes one of bytes pixel by pixel: red, green, blue of the first pixel, of the second, row after row.</summary>
    /// <param name="width">Pixels in a row, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="rgb">3 × width × height bytes.</param>
    /// <param name="caption">What stands under it.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">A size is under 1, or there are more or fewer bytes than the sizes say.</exception>
    public static ReportPicture FromRgb(int width, int height, ReadOnlySpan<byte> rgb, string caption)
    {
        Check.AtLeastOne(width, nameof(width));
        Check.AtLeastOne(height, nameof(height));
        if (rgb.Length != (long)Colour * width * height)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected {(long)Colour * width * height} bytes for {width}×{height} pixels, actual {rgb.Length}"), nameof(rgb));
        }

        byte[] planes = new byte[rgb.Length];
        int plane = width * height;
        for (int i = 0; i < rgb.Length; i++)
        {
            planes[(i % Colour * plane) + (i / Colour)] = rgb[i];
        }

        return new ReportPicture(Picture.FromBytes([Colour, height, width], planes), caption);
    }

    /// <summary>Makes one of floats as a model reads them: each becomes (value × deviation + mean) × 255, as <see cref="Images.Picture.FromFloats"/> does.</summary>
    /// <param name="values">The floats, in the order channels, height, width.</param>
    /// <param name="shape">Channels (1 or 3), height, width.</param>
    /// <param name="caption">What stands under it.</param>
    /// <param name="mean">What was taken from each channel; 0 where absent.</param>
    /// <param name="deviation">What each channel was divided by; 1 where absent.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The sizes do not fit together, a deviation is not over 0, or a value is not a number.</exception>
    public static ReportPicture FromFloats(
        ReadOnlySpan<float> values, IReadOnlyList<int> shape, string caption, IReadOnlyList<float>? mean = null, IReadOnlyList<float>? deviation = null) =>
        new(Picture.FromFloats(values, shape, mean, deviation), caption);

    /// <summary>Makes one of floats of any range, such as weights or activations: the smallest of all channels becomes black, the largest white; a level picture is black.</summary>
    /// <param name="values">The floats, in the order channels, height, width. Those that are not finite are black and count for nothing.</param>
    /// <param name="shape">Channels (1 or 3), height, width.</param>
    /// <param name="caption">What stands under it.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The shape is none of a picture, or there are more or fewer values than it says.</exception>
    public static ReportPicture FromScaled(ReadOnlySpan<float> values, IReadOnlyList<int> shape, string caption)
    {
        float low = float.PositiveInfinity;
        float high = float.NegativeInfinity;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                low = float.Min(low, value);
                high = float.Max(high, value);
            }
        }

        byte[] bytes = new byte[values.Length];
        double range = (double)high - low;
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = float.IsFinite(values[i]) && range > 0 ? (byte)Math.Round(((double)values[i] - low) / range * byte.MaxValue) : (byte)0;
        }

        return new ReportPicture(Picture.FromBytes(shape, bytes), caption);
    }
}
