namespace NetGen;

/// <summary>Gram matrices of feature maps: which channels have values at the same places.</summary>
public static class GramMatrix
{
    /// <summary>The Gram matrix of a map, divided by the number of its values: G = F·Fᵀ / (C·H·W), with F a row for each channel.</summary>
    /// <remarks>Johnson, Alahi and Fei-Fei 2016, "Perceptual Losses for Real-Time Style Transfer and Super-Resolution", equation 3.</remarks>
    /// <param name="map">The values of one image, (C, H, W).</param>
    /// <param name="channels">C.</param>
    /// <returns>C × C values, row by row; the matrix is symmetric.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="channels"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The map is empty, or no multiple of so many channels.</exception>
    public static float[] Of(ReadOnlySpan<float> map, int channels)
    {
        Check.AtLeastOne(channels, nameof(channels));
        if (map.Length == 0 || map.Length % channels != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a map of {channels} channels with the same number of values each, actual {map.Length} values"), nameof(map));
        }

        GramProducts products = new(channels);
        products.Multiply(map);
        float[] matrix = new float[channels * channels];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = (float)(products[i / channels, i % channels] / map.Length);
        }

        return matrix;
    }
}
