namespace NetGen.Golden.Reference;

/// <summary>A convolution; with as many groups as channels a depthwise one, over one pixel a dense layer.</summary>
public sealed class PlainConv : PlainLayer
{
    /// <summary>Output channels.</summary>
    public required int Filters { get; init; }

    /// <summary>The kernel's rows and columns.</summary>
    public (int Y, int X) Kernel { get; init; } = (1, 1);

    /// <summary>Pixels from one window to the next.</summary>
    public (int Y, int X) Stride { get; init; } = (1, 1);

    /// <summary>The border of zeros.</summary>
    public (int Y, int X) Pad { get; init; }

    /// <summary>The distance of taps.</summary>
    public (int Y, int X) Dilation { get; init; } = (1, 1);

    /// <summary>Groups of channels.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether a filter reads a channel; all of its group unless set.</summary>
    public Func<int, int, bool>? Connected { get; init; }

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(
        Filters,
        ((input.Height + (2 * Pad.Y) - (Dilation.Y * (Kernel.Y - 1)) - 1) / Stride.Y) + 1,
        ((input.Width + (2 * Pad.X) - (Dilation.X * (Kernel.X - 1)) - 1) / Stride.X) + 1);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        PlainShape output = Output(shape);
        double[] y = new double[batch * output.Size];
        double[] weight = Parameters["weight"];
        if (Parameters.TryGetValue("bias", out double[]? bias))
        {
            for (int i = 0; i < y.Length; i++)
            {
                y[i] = bias[i / output.Pixels % Filters];
            }
        }

        Walk(shape, batch, (xi, wi, yi) => y[yi] += x[xi] * weight[wi]);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        PlainShape output = Output(shape);
        double[] dx = new double[x.Length];
        double[] weight = Parameters["weight"];
        double[] gradient = new double[weight.Length];
        Walk(shape, batch, (xi, wi, yi) =>
        {
            dx[xi] += dy[yi] * weight[wi];
            gradient[wi] += dy[yi] * x[xi];
        });
        Gradients["weight"] = gradient;
        if (Parameters.ContainsKey("bias"))
        {
            double[] sums = new double[Filters];
            for (int i = 0; i < dy.Length; i++)
            {
                sums[i / output.Pixels % Filters] += dy[i];
            }

            Gradients["bias"] = sums;
        }

        return dx;
    }

    /// <summary>Visits every product: an input, a weight, the output that they go to.</summary>
    private void Walk(PlainShape shape, int batch, Action<int, int, int> visit)
    {
        PlainShape output = Output(shape);
        int inputs = shape.Channels / Groups;
        int filters = Filters / Groups;
        for (int n = 0; n < batch; n++)
            for (int f = 0; f < Filters; f++)
                for (int c = 0; c < inputs; c++)
                    for (int ky = 0; ky < Kernel.Y; ky++)
                        for (int kx = 0; kx < Kernel.X; kx++)
                        {
                            int channel = (f / filters * inputs) + c;
                            if (Connected?.Invoke(f, channel) == false)
                            {
                                continue;
                            }

                            int w = (((f * inputs) + c) * Kernel.Y + ky) * Kernel.X + kx;
                            for (int oy = 0; oy < output.Height; oy++)
                                for (int ox = 0; ox < output.Width; ox++)
                                {
                                    int iy = (oy * Stride.Y) - Pad.Y + (ky * Dilation.Y);
                                    int ix = (ox * Stride.X) - Pad.X + (kx * Dilation.X);
                                    if (iy >= 0 && iy < shape.Height && ix >= 0 && ix < shape.Width)
                                    {
                                        visit(
                                            (((n * shape.Channels) + channel) * shape.Height + iy) * shape.Width + ix,
                                            w,
                                            (((n * Filters) + f) * output.Height + oy) * output.Width + ox);
                                    }
                                }
                        }
    }
}
