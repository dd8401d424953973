namespace NetGen.Golden.Reference;

/// <summary>Batch normalisation: by the batch's statistics in training, by the running ones else.</summary>
public sealed class PlainBatchNorm : PlainNorm
{
    /// <summary>Whether the running statistics serve in training as well, which are constants of the gradient.</summary>
    public bool Frozen { get; init; }

    /// <summary>What keeps the divisor off 0.</summary>
    public double Epsilon { get; init; } = 1e-5f;

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[x.Length];
        for (int c = 0; c < shape.Channels; c++)
        {
            (double mean, double scale) = training && !Frozen
                ? Statistics(shape, batch, x, c)
                : (Parameters["running_mean"][c], 1 / Math.Sqrt(Parameters["running_var"][c] + Epsilon));
            foreach (int i in Values(shape, batch, c))
            {
                y[i] = ((x[i] - mean) * scale * Parameters["weight"][c]) + Parameters["bias"][c];
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        double[] weights = Gradients["weight"] = new double[shape.Channels];
        double[] biases = Gradients["bias"] = new double[shape.Channels];
        double count = batch * shape.Pixels;
        for (int c = 0; c < shape.Channels; c++)
        {
            (double mean, double scale) = Frozen ? (Parameters["running_mean"][c], 1 / Math.Sqrt(Parameters["running_var"][c] + Epsilon)) : Statistics(shape, batch, x, c);
            foreach (int i in Values(shape, batch, c))
            {
                weights[c] += dy[i] * (x[i] - mean) * scale;
                biases[c] += dy[i];
            }

            foreach (int i in Values(shape, batch, c))
            {
                double normal = (x[i] - mean) * scale;
                dx[i] = Parameters["weight"][c] * scale * (Frozen ? dy[i] : dy[i] - (biases[c] / count) - (normal * weights[c] / count));
            }
        }

        return dx;
    }

    private static IEnumerable<int> Values(PlainShape shape, int batch, int channel)
    {
        for (int n = 0; n < batch; n++)
        {
            for (int p = 0; p < shape.Pixels; p++)
            {
                yield return (((n * shape.Channels) + channel) * shape.Pixels) + p;
            }
        }
    }

    private (double Mean, double Scale) Statistics(PlainShape shape, int batch, double[] x, int channel)
    {
        double mean = Values(shape, batch, channel).Average(i => x[i]);
        double variance = Values(shape, batch, channel).Average(i => (x[i] - mean) * (x[i] - mean));
        return (Rounded(mean), 1 / Math.Sqrt(variance + Epsilon));
    }
}
