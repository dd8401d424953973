namespace NetGen.Golden.Reference;

/// <summary>Division by a power of the neighbouring channels' squares.</summary>
/// <param name="size">The channels in a neighbourhood.</param>
/// <param name="alpha">The weight of the mean of the squares.</param>
/// <param name="beta">The exponent.</param>
/// <param name="k">What is added before the power is taken.</param>
public sealed class PlainLocalResponseNorm(int size, double alpha, double beta, double k) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] bases = Bases(shape, x);
        return [.. x.Select((v, i) => v / Math.Pow(bases[i], beta))];
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] bases = Bases(shape, x);
        double[] dx = [.. dy.Select((d, i) => d * Math.Pow(bases[i], -beta))];
        Walk(shape, x.Length, (i, j) => dx[j] -= 2 * alpha * beta / size * x[j] * dy[i] * x[i] * Math.Pow(bases[i], -beta - 1));
        return dx;
    }

    private double[] Bases(PlainShape shape, double[] x)
    {
        double[] bases = new double[x.Length];
        Array.Fill(bases, k);
        Walk(shape, x.Length, (i, j) => bases[i] += alpha / size * x[j] * x[j]);
        return bases;
    }

    /// <summary>Visits every value with every value of its neighbourhood.</summary>
    private void Walk(PlainShape shape, int count, Action<int, int> visit)
    {
        for (int i = 0; i < count; i++)
        {
            int channel = i / shape.Pixels % shape.Channels;
            for (int c = Math.Max(channel - (size / 2), 0); c <= Math.Min(channel + ((size - 1) / 2), shape.Channels - 1); c++)
            {
                visit(i, i + ((c - channel) * shape.Pixels));
            }
        }
    }
}
