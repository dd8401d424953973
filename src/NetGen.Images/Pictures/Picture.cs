namespace NetGen.Images;

/// <summary>A picture in memory: a byte for each channel of each pixel, as planes (channels, height, width), the order in which models read. It never changes.</summary>
public sealed partial class Picture
{
    /// <summary>Channels of a colour picture: red, green, blue.</summary>
    private const int Colour = 3;

    private readonly byte[] _bytes;

    /// <summary>Takes the bytes over.</summary>
    internal Picture(int channels, int height, int width, byte[] bytes)
    {
        (Channels, Height, Width) = (channels, height, width);
        Shape = Array.AsReadOnly([channels, height, width]);
        _bytes = bytes;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>3 for red, green, blue; 1 for grey.</summary>
    public int Channels { get; }

    /// <summary>Channels, height, width.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>All bytes, in the order channels, height, width.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Makes a picture of bytes.</summary>
    /// <param name="shape">Channels (1 or 3), height, width.</param>
    /// <param name="bytes">The bytes in that order; copied.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The shape is none of a picture, or there are more or fewer bytes than it says.</exception>
    public static Picture FromBytes(IReadOnlyList<int> shape, ReadOnlySpan<byte> bytes)
    {
        int size = PictureShape.Check(shape, nameof(shape));
        CheckLength(bytes.Length, size, shape, nameof(bytes));
        return new Picture(shape[0], shape[1], shape[2], bytes.ToArray());
    }

    /// <summary>Makes a picture of floats, the way back of <see cref="ToFloats"/>: each becomes (value × deviation + mean) × 255, rounded to the nearest.</summary>
    /// <param name="values">The floats, in the order channels, height, width.</param>
    /// <param name="shape">Channels (1 or 3), height, width.</param>
    /// <param name="mean">What was taken from each channel; 0 where absent.</param>
    /// <param name="deviation">What each channel was divided by; 1 where absent.</param>
    /// <returns>The picture. What is under 0 or over 255 becomes 0 or 255: a network that makes pictures steps over the edges.</returns>
    /// <exception cref="ArgumentException">The sizes do not fit together, a deviation is not over 0, or a value is not a number.</exception>
    public static Picture FromFloats(
        ReadOnlySpan<float> values, IReadOnlyList<int> shape, IReadOnlyList<float>? mean = null, IReadOnlyList<float>? deviation = null)
    {
        int size = PictureShape.Check(shape, nameof(shape));
        CheckLength(values.Length, size, shape, nameof(values));
        float[] means = PixelValues.MeansOf(shape[0], mean, nameof(mean));
        float[] deviations = PixelValues.DeviationsOf(shape[0], deviation, nameof(deviation));
        byte[] bytes = new byte[size];
        int plane = size / shape[0];
        for (int i = 0; i < size; i++)
        {
            float value = ((values[i] * deviations[i / plane]) + means[i / plane]) * 255f;
            bytes[i] = !float.IsNaN(value)
                ? (byte)Math.Clamp(MathF.Round(value), 0f, 255f)
                : throw new ArgumentException(FormattableString.Invariant($"value {i}: expected a number, actual {values[i]}"), nameof(values));
        }

        return new Picture(shape[0], shape[1], shape[2], bytes);
    }

    /// <summary>Writes the picture as a model reads it: (byte / 255 - mean) / deviation, in the order channels, height, width (torchvision's <c>ToTensor</c> and <c>Normalize</c>).</summary>
    /// <param name="destination">Room for channels × height × width floats.</param>
    /// <param name="mean">What is taken from each channel, on 0 to 1; 0 where absent.</param>
    /// <param name="deviation">What each channel is then divided by; 1 where absent.</param>
    /// <exception cref="ArgumentException">The destination is of another length, there are not as many means or deviations as channels, or a deviation is not over 0.</exception>
    public void ToFloats(Span<float> destination, IReadOnlyList<float>? mean = null, IReadOnlyList<float>? deviation = null)
    {
        if (destination.Length != _bytes.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected room for {_bytes.Length} values, actual {destination.Length}"), nameof(destination));
        }

        new PixelValues(Channels, mean, deviation).Write(_bytes, destination);
    }

    /// <summary>The picture in grey: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), rounded to the nearest.</summary>
    /// <returns>A picture of one channel; this one where it has one already.</returns>
    public Picture ToGrey()
    {
        if (Channels == 1)
        {
            return this;
        }

        byte[] grey = new byte[Width * Height];
        for (int i = 0; i < grey.Length; i++)
        {
            grey[i] = Luma.Of(_bytes[i], _bytes[i + grey.Length], _bytes[i + (2 * grey.Length)]);
        }

        return new Picture(1, Height, Width, grey);
    }

    /// <summary>The picture with three channels; grey goes to each of them.</summary>
    /// <returns>A picture of three channels; this one where it has them already.</returns>
    public Picture ToRgb() => Channels == Colour ? this : new Picture(Colour, Height, Width, [.. _bytes, .. _bytes, .. _bytes]);

    /// <summary>The picture's size in messages: 640×480.</summary>
    /// <returns>Width × height, and the channels.</returns>
    public override string ToString() => FormattableString.Invariant($"{Width}×{Height}, {(Channels == 1 ? "grey" : "RGB")}");

    /// <summary>The bytes themselves, for a data set that keeps them and not the picture.</summary>
    internal byte[] TakeBytes() => _bytes;

    private ReadOnlySpan<byte> Plane(int channel) => _bytes.AsSpan(channel * Width * Height, Width * Height);

    private static void CheckLength(int actual, int expected, IReadOnlyList<int> shape, string name)
    {
        if (actual != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {expected} values for a picture of {ShapeText.Of(shape)}, actual {actual}"), name);
        }
    }
}
