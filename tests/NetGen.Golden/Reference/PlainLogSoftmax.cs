namespace NetGen.Golden.Reference;

/// <summary>The logarithm of the softmax over the channels of each pixel.</summary>
public sealed class PlainLogSoftmax : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[x.Length];
        foreach (int[] channels in PlainSoftmax.Columns(shape, batch))
        {
            double largest = channels.Max(i => x[i]);
            double sum = Math.Log(channels.Sum(i => Math.Exp(x[i] - largest)));
            foreach (int i in channels)
            {
                y[i] = x[i] - largest - sum;
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] y = Forward(shape, batch, x, training: true);
        double[] dx = new double[x.Length];
        foreach (int[] channels in PlainSoftmax.Columns(shape, batch))
        {
            double sum = channels.Sum(i => dy[i]);
            foreach (int i in channels)
            {
                dx[i] = dy[i] - (Math.Exp(y[i]) * sum);
            }
        }

        return dx;
    }
}
