namespace NetGen.Tests.Augmenting;

/// <summary>Small images for these tests.</summary>
internal static class Images
{
    /// <summary>4 rows of 5: (7·i + 3) mod 11.</summary>
    public static float[] Sample => [.. Enumerable.Range(0, 20).Select(i => (float)(((i * 7) + 3) % 11))];

    /// <summary>1, 2, 3, …</summary>
    public static float[] Counted(int count) => [.. Enumerable.Range(1, count).Select(i => (float)i)];

    /// <summary>What a transform makes of a copy.</summary>
    public static float[] After(this InputTransform transform, float[] image, ulong seed = 1)
    {
        float[] copy = [.. image];
        RandomSource random = new(seed);
        transform(copy, ref random);
        return copy;
    }

    /// <summary>Applies a matrix to one or more channels.</summary>
    internal static float[] Resampled(float[] image, int[] shape, AffineMatrix matrix, FillMode mode, float[]? fill = null)
    {
        float[] copy = [.. image];
        ImageShape sizes = ImageShape.Of(shape);
        AffineResampler.Apply(copy, sizes, matrix, new Border(mode, fill, sizes.Channels));
        return copy;
    }
}
