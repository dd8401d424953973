namespace NetGen.Golden.Reference;

/// <summary>
/// Bilinear enlarging as PyTorch computes it: four pixels are always read, also where a weight is zero, so that an infinite one beside makes what is no
/// number.
/// </summary>
/// <param name="scale">The factor for height and width.</param>
public sealed class PlainBilinear(int scale) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(input.Channels, input.Height * scale, input.Width * scale);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * Output(shape).Size];
        Walk(shape, batch, (xi, yi, weight) => y[yi] += x[xi] * weight);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        Walk(shape, batch, (xi, yi, weight) => dx[xi] += dy[yi] * weight);
        return dx;
    }

    private void Walk(PlainShape shape, int batch, Action<int, int, double> visit)
    {
        PlainShape output = Output(shape);
        for (int i = 0; i < batch * output.Size; i++)
        {
            int plane = i / output.Pixels * shape.Pixels;
            foreach ((int row, double below) in Neighbours(i / output.Width % output.Height, shape.Height))
                foreach ((int column, double beside) in Neighbours(i % output.Width, shape.Width))
                {
                    visit(plane + (row * shape.Width) + column, i, below * beside);
                }
        }
    }

    private (int Place, double Weight)[] Neighbours(int place, int size)
    {
        double real = Math.Max(((place + 0.5) / scale) - 0.5, 0);
        int first = (int)(real + 1e-9);
        double weight = Math.Max(real - first, 0);
        return [(first, 1 - weight), (Math.Min(first + 1, size - 1), weight < 1e-9 ? 0 : weight)];
    }
}
