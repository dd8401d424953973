namespace NetGen;

/// <summary>The directions in which the colours of a data set's pixels vary, for <see cref="Augmentation.PcaNoise"/>: a principal component analysis.</summary>
public sealed class ColorComponents
{
    internal const int MaximumChannels = 16;

    /// <summary>Takes known figures.</summary>
    /// <param name="deviations">
    /// How far the colours spread along each direction: the square roots of the covariance's eigenvalues, in the unit of the images' values. What is published as
    /// ImageNet's "eigenvalues" for values from 0 to 1 (0.2175, 0.0188, 0.0045) are such roots.
    /// </param>
    /// <param name="directions">A unit vector for each deviation, with a number a channel: the covariance's eigenvectors.</param>
    /// <exception cref="ArgumentException">There is not a direction for each deviation and a number for each channel, a number is not finite, or a deviation is negative.</exception>
    public ColorComponents(IReadOnlyList<float> deviations, IReadOnlyList<IReadOnlyList<float>> directions)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        ArgumentNullException.ThrowIfNull(directions);
        Check.InRange(deviations.Count, 1, MaximumChannels, nameof(deviations));
        if (directions.Count != deviations.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a direction for each of {deviations.Count} deviations, actual {directions.Count}"), nameof(directions));
        }

        foreach (float deviation in deviations)
        {
            Check.NotNegative(deviation, nameof(deviations));
        }

        Deviations = [.. deviations];
        Directions = [.. directions.Select(direction =>
        {
            ArgumentNullException.ThrowIfNull(direction, nameof(directions));
            return AugmentationCheck.PerChannel(direction, deviations.Count, nameof(directions));
        })];
    }

    /// <summary>How far the colours spread along each direction: the square roots of the covariance's eigenvalues, in the unit of the images' values.</summary>
    public IReadOnlyList<float> Deviations { get; }

    /// <summary>A unit vector for each deviation, with a number a channel: the covariance's eigenvectors.</summary>
    public IReadOnlyList<IReadOnlyList<float>> Directions { get; }

    /// <summary>Computes them from all pixels of a data set, in the unit in which it gives its values; the widest spread comes first.</summary>
    /// <param name="images">The images; channels, height, width.</param>
    /// <returns>The components.</returns>
    /// <exception cref="ArgumentException">The samples are no images, have over 16 channels, or there are none.</exception>
    public static ColorComponents Of(Dataset images)
    {
        ArgumentNullException.ThrowIfNull(images);
        ImageShape shape = ImageShape.Of(images.InputShape, nameof(images));
        Check.InRange(shape.Channels, 1, MaximumChannels, nameof(images));
        if (images.Count == 0)
        {
            throw new ArgumentException("expected one image or more, actual none", nameof(images));
        }

        double[,] covariance = Covariance(images, shape);
        (double[] values, double[][] vectors) = SymmetricMatrix.Eigen(covariance);

        // Rounding may leave a direction without spread a little under 0.
        return new ColorComponents(
            [.. values.Select(value => (float)Math.Sqrt(Math.Max(value, 0)))], [.. vectors.Select(vector => Array.ConvertAll(vector, part => (float)part))]);
    }

    private static double[,] Covariance(Dataset images, ImageShape shape)
    {
        int channels = shape.Channels;
        double[] sums = new double[channels];
        double[,] products = new double[channels, channels];
        float[] image = new float[images.InputSize];
        for (int index = 0; index < images.Count; index++)
        {
            images.CopyInput(index, image);
            for (int i = 0; i < channels; i++)
            {
                Span<float> one = shape.Channel(image, i);
                foreach (float value in one)
                {
                    sums[i] += value;
                }

                for (int j = 0; j <= i; j++)
                {
                    products[i, j] += Product(one, shape.Channel(image, j));
                }
            }
        }

        double pixels = (double)images.Count * shape.Plane;
        for (int i = 0; i < channels; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                products[i, j] = products[j, i] = (products[i, j] / pixels) - (sums[i] / pixels * (sums[j] / pixels));
            }
        }

        return products;
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
