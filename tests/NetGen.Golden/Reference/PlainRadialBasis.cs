namespace NetGen.Golden.Reference;

/// <summary>Negative squared distances to centres.</summary>
/// <param name="units">The centres.</param>
public sealed class PlainRadialBasis(int units) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(units, 1, 1);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * units];
        Walk(shape, batch, (xi, wi, yi) => y[yi] -= Math.Pow(x[xi] - Parameters["weight"][wi], 2));
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        double[] gradient = new double[Parameters["weight"].Length];
        Walk(shape, batch, (xi, wi, yi) =>
        {
            double slope = 2 * dy[yi] * (x[xi] - Parameters["weight"][wi]);
            dx[xi] -= slope;
            gradient[wi] += slope;
        });
        Gradients["weight"] = gradient;
        return dx;
    }

    private void Walk(PlainShape shape, int batch, Action<int, int, int> visit)
    {
        for (int n = 0; n < batch; n++)
            for (int unit = 0; unit < units; unit++)
                for (int j = 0; j < shape.Size; j++)
                {
                    visit((n * shape.Size) + j, (unit * shape.Size) + j, (n * units) + unit);
                }
    }
}
