namespace NetGen.Golden.Reference;

/// <summary>Softmax over the channels of each pixel.</summary>
public sealed class PlainSoftmax : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[x.Length];
        foreach (int[] channels in Columns(shape, batch))
        {
            double largest = channels.Max(i => x[i]);
            double sum = channels.Sum(i => Math.Exp(x[i] - largest));
            foreach (int i in channels)
            {
                y[i] = Math.Exp(x[i] - largest) / sum;
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] y = Forward(shape, batch, x, training: true);
        double[] dx = new double[x.Length];
        foreach (int[] channels in Columns(shape, batch))
        {
            double mean = channels.Sum(i => y[i] * dy[i]);
            foreach (int i in channels)
            {
                dx[i] = y[i] * (dy[i] - mean);
            }
        }

        return dx;
    }

    internal static IEnumerable<int[]> Columns(PlainShape shape, int batch) =>
        from n in Enumerable.Range(0, batch)
        from p in Enumerable.Range(0, shape.Pixels)
        select Enumerable.Range(0, shape.Channels).Select(c => (((n * shape.Channels) + c) * shape.Pixels) + p).ToArray();
}
