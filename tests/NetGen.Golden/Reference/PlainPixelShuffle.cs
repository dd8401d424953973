namespace NetGen.Golden.Reference;

/// <summary>Squares of pixels made of channels.</summary>
/// <param name="scale">A square's side.</param>
public sealed class PlainPixelShuffle(int scale) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(input.Channels / scale / scale, input.Height * scale, input.Width * scale);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            y[Place(shape, i)] = x[i];
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy) => [.. Enumerable.Range(0, x.Length).Select(i => dy[Place(shape, i)])];

    private int Place(PlainShape shape, int i)
    {
        (int plane, int pixel) = Math.DivRem(i, shape.Pixels);
        (int square, int part) = Math.DivRem(plane, scale * scale);
        int row = (pixel / shape.Width * scale) + (part / scale);
        int column = (pixel % shape.Width * scale) + (part % scale);
        return (square * shape.Pixels * scale * scale) + (row * shape.Width * scale) + column;
    }
}
