namespace NetGen;

/// <summary>Images of bytes with one label each, kept as bytes and normalised when a batch is gathered.</summary>
/// <remarks>A value becomes (byte × scale - mean) / deviation, with mean and deviation of its channel.</remarks>
public sealed class ImageDataset : Dataset
{
    /// <summary>1/255: bytes become 0 to 1.</summary>
    public const float DefaultScale = 1f / 255f;

    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>The value of each byte in each channel: channel × 256.</summary>
    private readonly float[] _values;

    /// <summary>Makes a set of arrays.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="pixels">The images in that order, one after the other; not copied.</param>
    /// <param name="labels">The class of each; not copied.</param>
    /// <param name="mean">The mean of each channel, on the scaled values; 0 where absent.</param>
    /// <param name="deviation">The standard deviation of each channel, on the scaled values; 1 where absent.</param>
    /// <param name="scale">What a byte is multiplied by first.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together, or a deviation is not positive.</exception>
    public ImageDataset(
        IReadOnlyList<int> shape, byte[] pixels, byte[] labels, float[]? mean = null, float[]? deviation = null, float scale = DefaultScale)
        : base(shape, labelSize: 1, targetSize: 0)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (shape.Count != 3)
        {
            throw new ArgumentException($"expected channels, height, width, actual {ShapeText.Of(shape)}", nameof(shape));
        }

        if (pixels.Length != (long)labels.Length * InputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected {(long)labels.Length * InputSize} bytes for {labels.Length} images of {ShapeText.Of(shape)}, actual {pixels.Length}"),
                nameof(pixels));
        }

        mean ??= new float[shape[0]];
        deviation ??= [.. Enumerable.Repeat(1f, shape[0])];
        CheckChannels(mean, shape[0], nameof(mean));
        CheckChannels(deviation, shape[0], nameof(deviation));
        _pixels = pixels;
        _labels = labels;
        _values = new float[shape[0] * 256];
        for (int channel = 0; channel < shape[0]; channel++)
        {
            Check.Positive(deviation[channel], nameof(deviation));
            for (int value = 0; value < 256; value++)
            {
                _values[(channel * 256) + value] = ((value * scale) - mean[channel]) / deviation[channel];
            }
        }
    }

    /// <inheritdoc/>
    public override int Count => _labels.Length;

    /// <summary>A sample's class.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <returns>The class number.</returns>
    public int Label(int index)
    {
        CheckCopy(index, 1, 1);
        return _labels[index];
    }

    /// <summary>What a byte becomes in each channel, for example black for the border of <see cref="Augmentation.RandomCrop"/>.</summary>
    /// <param name="pixel">The byte.</param>
    /// <returns>A new array with a value a channel.</returns>
    public float[] ValuesOf(byte pixel) => [.. Enumerable.Range(0, InputShape[0]).Select(channel => _values[(channel * 256) + pixel])];

    /// <summary>A sample's bytes as they came, in the order channels, height, width.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <returns>Its pixels.</returns>
    public ReadOnlySpan<byte> Pixels(int index)
    {
        CheckCopy(index, 1, 1);
        return _pixels.AsSpan(index * InputSize, InputSize);
    }

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        int plane = InputSize / InputShape[0];
        for (int channel = 0; channel < InputShape[0]; channel++)
        {
            ReadOnlySpan<float> values = _values.AsSpan(channel * 256, 256);
            ReadOnlySpan<byte> pixels = _pixels.AsSpan((index * InputSize) + (channel * plane), plane);
            Span<float> to = destination.Slice(channel * plane, plane);
            for (int i = 0; i < pixels.Length; i++)
            {
                to[i] = values[pixels[i]];
            }
        }
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, 1);
        destination[0] = _labels[index];
    }

    private static void CheckChannels(float[] values, int channels, string name)
    {
        if (values.Length != channels)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a value for each of {channels} channels, actual {values.Length}"), name);
        }
    }
}
