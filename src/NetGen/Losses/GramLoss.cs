namespace NetGen;

/// <summary>
/// How far the Gram matrix of the map at an output is from a given one: the sum of the squared differences of their entries, as the mean over the batch. Without regard to places, it tells which features come
/// together: the style of a picture. Johnson, Alahi and Fei-Fei 2016, "Perceptual Losses for Real-Time Style Transfer and Super-Resolution", equation 4; four times the E of a layer of Gatys, Ecker and
/// Bethge 2016, "Image Style Transfer Using Convolutional Neural Networks", equation 4.
/// </summary>
/// <remarks>
/// With the map as a matrix F of C rows and P = H·W columns, G = F·Fᵀ / (C·P), and the gradient by F of ‖G − A‖² is 4 / (C·P) · (G − A)·F. <see cref="GramMatrix.Of"/> makes the target A.
/// </remarks>
public sealed class GramLoss : LossTerm
{
    private readonly float[] _target;
    private readonly GramProducts _products;

    /// <summary>A term over an output that is a map (C, H, W).</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="target">The Gram matrix that the map's should be, C × C, for every sample the same.</param>
    /// <param name="weight">What value and gradient are multiplied with: 0 or more, and finite.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentException">The target is empty or no square matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is out of range.</exception>
    public GramLoss(string output, ReadOnlySpan<float> target, double weight = 1)
        : base(output, weight)
    {
        int channels = (int)Math.Round(Math.Sqrt(target.Length));
        if (channels == 0 || (long)channels * channels != target.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a square matrix, of channels × channels values, actual {target.Length} values"), nameof(target));
        }

        _target = target.ToArray();
        _products = new GramProducts(channels);
    }

    /// <inheritdoc/>
    protected override double Add(ReadOnlySpan<float> values, IReadOnlyList<int> shape, double weight, Span<float> gradients)
    {
        int channels = _products.Channels;
        if (shape.Count != 3 || shape[0] != channels)
        {
            throw new ArgumentException($"GramLoss at \"{Output}\": expected a map of {FormattableString.Invariant($"{channels}")} channels, as its target is of, actual {ShapeText.Of(shape)}");
        }

        int size = channels * shape[1] * shape[2];
        int batch = values.Length / size;
        double scale = 4 * weight / ((double)size * batch);
        double sum = 0;
        for (int sample = 0; sample < batch; sample++)
        {
            ReadOnlySpan<float> map = values.Slice(sample * size, size);
            _products.Multiply(map);
            for (int i = 0; i < channels; i++)
            {
                for (int j = 0; j < channels; j++)
                {
                    double difference = (_products[i, j] / size) - _target[(i * channels) + j];
                    _products.SetFactor(i, j, (float)(scale * difference));
                    sum += difference * difference;
                }
            }

            _products.AddProduct(map, gradients.Slice(sample * size, size));
        }

        return sum / batch;
    }
}
