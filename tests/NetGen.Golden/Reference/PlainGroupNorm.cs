namespace NetGen.Golden.Reference;

/// <summary>Normalisation of each image over groups of neighbouring channels.</summary>
/// <param name="groups">The groups; 1 with <paramref name="perValue"/> makes a layer norm.</param>
/// <param name="perValue">Whether every value has a scale and a shift of its own, instead of every channel.</param>
public sealed class PlainGroupNorm(int groups, bool perValue = false) : PlainNorm
{
    /// <summary>The groups.</summary>
    public int Groups => groups;

    /// <summary>Whether there are a scale and a shift at all.</summary>
    public bool Affine { get; init; } = true;

    /// <summary>What keeps the divisor off 0.</summary>
    public double Epsilon { get; init; } = 1e-5f;

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[x.Length];
        int size = shape.Size / groups;
        for (int start = 0; start < x.Length; start += size)
        {
            (double mean, double scale) = Statistics(x.AsSpan(start, size));
            for (int i = start; i < start + size; i++)
            {
                y[i] = ((x[i] - mean) * scale * Weight(shape, i)) + (Affine ? Parameters["bias"][Place(shape, i)] : 0);
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        double[] weights = new double[Affine ? Parameters["weight"].Length : shape.Size];
        double[] biases = new double[weights.Length];
        if (Affine)
        {
            (Gradients["weight"], Gradients["bias"]) = (weights, biases);
        }

        int size = shape.Size / groups;
        for (int start = 0; start < x.Length; start += size)
        {
            (double mean, double scale) = Statistics(x.AsSpan(start, size));
            double sum = 0;
            double products = 0;
            for (int i = start; i < start + size; i++)
            {
                double normal = (x[i] - mean) * scale;
                double inner = dy[i] * Weight(shape, i);
                weights[Place(shape, i)] += dy[i] * normal;
                biases[Place(shape, i)] += dy[i];
                sum += inner;
                products += inner * normal;
            }

            for (int i = start; i < start + size; i++)
            {
                double normal = (x[i] - mean) * scale;
                dx[i] = scale * ((dy[i] * Weight(shape, i)) - (sum / size) - (normal * products / size));
            }
        }

        return dx;
    }

    private int Place(PlainShape shape, int i) => perValue ? i % shape.Size : i / shape.Pixels % shape.Channels;

    private double Weight(PlainShape shape, int i) => Affine ? Parameters["weight"][Place(shape, i)] : 1;

    private (double Mean, double Scale) Statistics(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        double variance = 0;
        foreach (double value in values)
        {
            variance += (value - mean) * (value - mean) / values.Length;
        }

        return (Rounded(mean), 1 / Math.Sqrt(variance + Epsilon));
    }
}
