namespace NetGen.Golden.Reference;

/// <summary>A part of an image along one axis.</summary>
/// <param name="axis">0 for channels, 1 for rows, 2 for columns.</param>
/// <param name="start">The first that is taken.</param>
/// <param name="length">How many are taken.</param>
public sealed class PlainSlice(int axis, int start, int length) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => axis switch
    {
        0 => input with { Channels = length },
        1 => input with { Height = length },
        _ => input with { Width = length },
    };

    /// <inheritdoc/>
    public override double[] Forward(PlainShape input, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * Output(input).Size];
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
            dx[Source(input, i)] = dy[i];
        }

        return dx;
    }

    /// <summary>The value of the input that one of the output is.</summary>
    private int Source(PlainShape input, int i)
    {
        PlainShape output = Output(input);
        int column = (i % output.Width) + (axis == 2 ? start : 0);
        int row = (i / output.Width % output.Height) + (axis == 1 ? start : 0);
        int channel = (i / output.Pixels % output.Channels) + (axis == 0 ? start : 0);
        return (((((i / output.Size) * input.Channels) + channel) * input.Height) + row) * input.Width + column;
    }
}
