namespace NetGen.Images;

/// <summary>The float of each byte in each channel, (byte / 255 - mean) / deviation: one table for data sets and for single pictures, so that both give the same bits.</summary>
internal sealed class PixelValues
{
    private const int Bytes = 256;

    private readonly int _channels;
    private readonly float[] _values;

    /// <exception cref="ArgumentException">There are not as many means or deviations as channels, or one is no finite number, or a deviation is not over 0.</exception>
    public PixelValues(int channels, IReadOnlyList<float>? mean, IReadOnlyList<float>? deviation)
    {
        _channels = channels;
        _values = new float[channels * Bytes];
        float[] means = MeansOf(channels, mean, nameof(mean));
        float[] deviations = DeviationsOf(channels, deviation, nameof(deviation));
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = (((i % Bytes) / 255f) - means[i / Bytes]) / deviations[i / Bytes];
        }
    }

    /// <summary>What a byte becomes in each channel.</summary>
    public float[] Of(byte pixel) => [.. Enumerable.Range(0, _channels).Select(channel => _values[(channel * Bytes) + pixel])];

    /// <summary>Writes as many floats as there are bytes, which lie in planes.</summary>
    public void Write(ReadOnlySpan<byte> pixels, Span<float> destination)
    {
        int plane = pixels.Length / _channels;
        for (int channel = 0; channel < _channels; channel++)
        {
            ReadOnlySpan<float> values = _values.AsSpan(channel * Bytes, Bytes);
            ReadOnlySpan<byte> from = pixels.Slice(channel * plane, plane);
            Span<float> to = destination.Slice(channel * plane, plane);
            for (int i = 0; i < from.Length; i++)
            {
                to[i] = values[from[i]];
            }
        }
    }

    /// <summary>A mean a channel; 0 where absent.</summary>
    public static float[] MeansOf(int channels, IReadOnlyList<float>? mean, string name)
    {
        float[] values = mean is null ? new float[channels] : OnePerChannel(channels, mean, name);
        int wrong = Array.FindIndex(values, value => !float.IsFinite(value));
        return wrong < 0
            ? values
            : throw new ArgumentException(FormattableString.Invariant($"channel {wrong}: expected a finite number, actual {values[wrong]}"), name);
    }

    /// <summary>A deviation a channel; 1 where absent.</summary>
    public static float[] DeviationsOf(int channels, IReadOnlyList<float>? deviation, string name)
    {
        float[] values = deviation is null ? [.. Enumerable.Repeat(1f, channels)] : OnePerChannel(channels, deviation, name);
        foreach (float value in values)
        {
            Check.Positive(value, name);
        }

        return values;
    }

    private static float[] OnePerChannel(int channels, IReadOnlyList<float> values, string name) => values.Count == channels
        ? [.. values]
        : throw new ArgumentException(FormattableString.Invariant($"expected a value for each of {channels} channels, actual {values.Count}"), name);
}
