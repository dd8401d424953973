namespace NetGen;

/// <summary>A map over an image: how much each place speaks for something, from 0 to 1. It never changes.</summary>
public sealed class HeatMap
{
    private readonly float[] _values;

    private HeatMap(int height, int width, float[] values, double peak)
    {
        (Height, Width, Peak) = (height, width, peak);
        _values = values;
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>
    /// What the values were divided by: the largest before, so that maps can be compared. 0 where nothing speaks for it, and all values are 0.
    /// </summary>
    public double Peak { get; }

    /// <summary>The values, row by row, each from 0 to 1.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Takes the positive part, divided by the largest value.</summary>
    /// <exception cref="ArithmeticException">A value is infinite or no number.</exception>
    internal static HeatMap OfPositivePart(int height, int width, ReadOnlySpan<double> map)
    {
        double peak = 0;
        foreach (double value in map)
        {
            peak = double.IsFinite(value)
                ? Math.Max(peak, value)
                : throw new ArithmeticException(FormattableString.Invariant($"expected a heat map of numbers, actual {value}: the image, the network's values or their gradients are infinite or no numbers"));
        }

        float[] values = new float[map.Length];
        for (int i = 0; i < values.Length && peak > 0; i++)
        {
            values[i] = (float)(Math.Max(0, map[i]) / peak);
        }

        return new HeatMap(height, width, values, peak);
    }

    /// <summary>
    /// The map in another size, bilinear between the centres of its places; what lies outside of the outermost centres has their values (PyTorch's
    /// <c>interpolate</c> with <c>align_corners=False</c>).
    /// </summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <returns>The map. Its values are not scaled again, so its largest may be under 1; nor are they averaged where it is smaller.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public HeatMap Resize(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        float[] values = new float[checked(height * width)];
        for (int y = 0; y < height; y++)
        {
            (int above, int below, double down) = Between(y, height, Height);
            for (int x = 0; x < width; x++)
            {
                (int left, int right, double across) = Between(x, width, Width);
                double upper = Mix(_values[(above * Width) + left], _values[(above * Width) + right], across);
                double lower = Mix(_values[(below * Width) + left], _values[(below * Width) + right], across);
                values[(y * width) + x] = (float)Mix(upper, lower, down);
            }
        }

        return new HeatMap(height, width, values, Peak);
    }

    /// <summary>The map as colours over an image of any size: from dark violet at 0 over blue and green to yellow at 1, ever brighter.</summary>
    /// <param name="image">The image, in the order channels, height, width.</param>
    /// <param name="shape">Its channels (1 for grey, 3 for red, green, blue), height and width.</param>
    /// <param name="opacity">The colours' share in the mixture, from 0 to 1.</param>
    /// <param name="low">The image's value for black.</param>
    /// <param name="high">The image's value for full brightness. Values under <paramref name="low"/> and over this are shown as these.</param>
    /// <returns>Bytes of red, green and blue, in the order channels, height, width.</returns>
    /// <exception cref="ArgumentException">The shape is none of such an image, there are more or fewer values than it says, or a value is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The opacity is not from 0 to 1, or the range is empty or infinite.</exception>
    public byte[] Over(ReadOnlySpan<float> image, IReadOnlyList<int> shape, float opacity = 0.5f, float low = 0, float high = 1)
    {
        ImageShape size = ImageShape.Of(shape, nameof(shape));
        if (size.Channels is not (1 or 3))
        {
            throw new ArgumentException($"expected 1 or 3 channels, height, width, actual {ShapeText.Of(shape)}", nameof(shape));
        }

        Model.CheckLength(image.Length, size.Channels, checked(size.Height * size.Width), "pixels", nameof(image));

        // Written so that what is no number is refused as well.
        if (!(opacity >= 0 && opacity <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(opacity), opacity, FormattableString.Invariant($"expected from 0 to 1, actual {opacity}"));
        }

        if (!(float.IsFinite(low) && float.IsFinite(high) && low < high))
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"expected finite values, high over low, actual {low} to {high}"));
        }

        HeatMap map = (Height, Width) == (size.Height, size.Width) ? this : Resize(size.Height, size.Width);
        byte[] bytes = new byte[checked(3 * size.Plane)];
        for (int i = 0; i < size.Plane; i++)
        {
            (double red, double green, double blue) = HeatColors.Of(map._values[i]);
            bytes[i] = Mixed(image, i, 0, red);
            bytes[size.Plane + i] = Mixed(image, i, 1, green);
            bytes[(2 * size.Plane) + i] = Mixed(image, i, 2, blue);
        }

        return bytes;

        byte Mixed(ReadOnlySpan<float> pixels, int i, int channel, double colour)
        {
            float value = pixels[(size.Channels == 1 ? 0 : channel * size.Plane) + i];
            double brightness = !float.IsNaN(value)
                ? Math.Clamp(((double)value - low) / ((double)high - low), 0, 1)
                : throw new ArgumentException($"expected numbers, actual {value} in channel {(size.Channels == 1 ? 0 : channel)} of pixel {i}", nameof(image));
            return (byte)Math.Round(Mix(255 * brightness, colour, opacity));
        }
    }

    /// <summary>The places that a place of another size lies between, and how far it is on the way from the one to the other.</summary>
    private static (int Before, int After, double Share) Between(int place, int places, int own)
    {
        double at = Math.Max(0, ((place + 0.5) * own / places) - 0.5);
        int before = Math.Min((int)at, own - 1);
        return (before, Math.Min(before + 1, own - 1), at - before);
    }

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);
}
