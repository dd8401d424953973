namespace NetGen.Images;

/// <summary>Makes pictures of other sizes: rows first, then columns, with bytes in between, as Pillow does.</summary>
internal static class Resampler
{
    private const int Half = 1 << (ResizeTaps.Precision - 1);

    public static Picture Filtered(Picture picture, int width, int height, ResizeFilter filter)
    {
        byte[] wide = picture.Width == width ? picture.Bytes.ToArray() : Rows(picture, width, new ResizeTaps(picture.Width, width, filter, nameof(width)));
        if (picture.Height == height)
        {
            return new Picture(picture.Channels, height, width, wide);
        }

        ResizeTaps taps = new(picture.Height, height, filter, nameof(height));
        byte[] bytes = new byte[picture.Channels * height * width];
        int[] sums = new int[width];
        for (int row = 0; row < picture.Channels * height; row++)
        {
            ReadOnlySpan<byte> plane = wide.AsSpan(row / height * picture.Height * width, picture.Height * width);
            Column(plane, bytes.AsSpan(row * width, width), taps.First(row % height), taps.Weights(row % height), sums);
        }

        return new Picture(picture.Channels, height, width, bytes);
    }

    public static Picture Nearest(Picture picture, int width, int height)
    {
        int[] columns = [.. Enumerable.Range(0, width).Select(x => NearestOf(x, picture.Width, width))];
        byte[] bytes = new byte[picture.Channels * height * width];
        for (int row = 0; row < picture.Channels * height; row++)
        {
            int source = (row / height * picture.Height) + NearestOf(row % height, picture.Height, height);
            ReadOnlySpan<byte> from = picture.Bytes.Slice(source * picture.Width, picture.Width);
            Span<byte> to = bytes.AsSpan(row * width, width);
            for (int x = 0; x < width; x++)
            {
                to[x] = from[columns[x]];
            }
        }

        return new Picture(picture.Channels, height, width, bytes);
    }

    /// <summary>The pixel that holds the new one's centre, (index + 1/2) × from / to, in whole numbers.</summary>
    private static int NearestOf(int index, int from, int to) => (int)(((2L * index) + 1) * from / (2L * to));

    private static byte[] Rows(Picture picture, int width, ResizeTaps taps)
    {
        byte[] resized = new byte[PictureShape.Size(picture.Channels, picture.Height, width, nameof(width))];
        for (int row = 0; row < picture.Channels * picture.Height; row++)
        {
            ReadOnlySpan<byte> source = picture.Bytes.Slice(row * picture.Width, picture.Width);
            Span<byte> target = resized.AsSpan(row * width, width);
            for (int x = 0; x < width; x++)
            {
                ReadOnlySpan<int> weights = taps.Weights(x);
                ReadOnlySpan<byte> pixels = source.Slice(taps.First(x), weights.Length);
                int sum = Half;
                for (int k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * pixels[k];
                }

                target[x] = ToByte(sum);
            }
        }

        return resized;
    }

    /// <summary>A new row out of several rows of a plane.</summary>
    private static void Column(ReadOnlySpan<byte> plane, Span<byte> target, int first, ReadOnlySpan<int> weights, Span<int> sums)
    {
        sums.Fill(Half);
        for (int k = 0; k < weights.Length; k++)
        {
            ReadOnlySpan<byte> row = plane.Slice((first + k) * target.Length, target.Length);
            int weight = weights[k];
            for (int x = 0; x < row.Length; x++)
            {
                sums[x] += weight * row[x];
            }
        }

        for (int x = 0; x < target.Length; x++)
        {
            target[x] = ToByte(sums[x]);
        }
    }

    /// <summary>Cubic curves overshoot beside edges.</summary>
    private static byte ToByte(int sum) => (byte)Math.Clamp(sum >> ResizeTaps.Precision, 0, byte.MaxValue);
}
