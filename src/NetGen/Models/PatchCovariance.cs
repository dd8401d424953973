namespace NetGen;

/// <summary>How the values of small patches of images vary together.</summary>
internal static class PatchCovariance
{
    /// <summary>The covariance over all places of all images; a patch's values in the order channels, rows, columns.</summary>
    /// <exception cref="ArgumentException">The images have other channels, are smaller than a patch, or there are none.</exception>
    public static double[,] Of(Dataset images, int channels, int height, int width)
    {
        ImageShape shape = ImageShape.Of(images.InputShape, nameof(images));
        if (shape.Channels != channels || shape.Height < height || shape.Width < width)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected images of {channels} channels and at least {height} × {width} pixels, actual {ShapeText.Of(images.InputShape)}"), nameof(images));
        }

        if (images.Count == 0)
        {
            throw new ArgumentException("expected one image or more, actual none", nameof(images));
        }

        int size = channels * height * width;
        (int rows, int columns) = (shape.Height - height + 1, shape.Width - width + 1);
        double[] sums = new double[size];
        double[,] products = new double[size, size];
        float[] image = new float[images.InputSize];

        // Each value of a patch, at all places of an image, one after the other.
        float[] values = new float[size * rows * columns];
        for (int index = 0; index < images.Count; index++)
        {
            images.CopyInput(index, image);
            Spread(image, shape, height, width, values);
            for (int i = 0; i < size; i++)
            {
                ReadOnlySpan<float> one = values.AsSpan(i * rows * columns, rows * columns);
                foreach (float value in one)
                {
                    sums[i] += value;
                }

                for (int j = 0; j <= i; j++)
                {
                    products[i, j] += Product(one, values.AsSpan(j * rows * columns, rows * columns));
                }
            }
        }

        double count = (double)images.Count * rows * columns;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                products[i, j] = products[j, i] = (products[i, j] / count) - (sums[i] / count * (sums[j] / count));
            }
        }

        return products;
    }

    private static void Spread(Span<float> image, ImageShape shape, int height, int width, Span<float> values)
    {
        (int rows, int columns) = (shape.Height - height + 1, shape.Width - width + 1);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    for (int row = 0; row < rows; row++)
                    {
                        shape.Row(image, channel, row + y).Slice(x, columns).CopyTo(values);
                        values = values[columns..];
                    }
                }
            }
        }
    }

    private static double Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += (double)one[i] * other[i];
        }

        return sum;
    }
}
