namespace NetGen.Golden.Reference;

/// <summary>Rows and columns of zeros on each side of an image, or, below zero, taken off.</summary>
public sealed class PlainBorder(int top, int bottom, int left, int right) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(input.Channels, top + input.Height + bottom, left + input.Width + right);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape input, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * Output(input).Size];
        Walk(input, batch, (from, to) => y[to] = x[from]);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape input, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        Walk(input, batch, (from, to) => dx[from] = dy[to]);
        return dx;
    }

    private void Walk(PlainShape input, int batch, Action<int, int> visit)
    {
        PlainShape output = Output(input);
        for (int i = 0; i < batch * input.Size; i++)
        {
            int row = (i / input.Width % input.Height) + top;
            int column = (i % input.Width) + left;
            if (row >= 0 && row < output.Height && column >= 0 && column < output.Width)
            {
                visit(i, (i / input.Pixels * output.Pixels) + (row * output.Width) + column);
            }
        }
    }
}
