namespace NetGen.Golden.Reference;

/// <summary>Chosen features of a vector, each as often as it is named.</summary>
/// <param name="places">The input's feature that each of the output's is.</param>
public sealed class PlainGather(int[] places) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(places.Length, 1, 1);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape input, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * places.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[Source(input, i)];
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape input, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        for (int i = 0; i < dy.Length; i++)
        {
            dx[Source(input, i)] += dy[i];
        }

        return dx;
    }

    private int Source(PlainShape input, int i) => ((i / places.Length) * input.Size) + places[i % places.Length];
}
