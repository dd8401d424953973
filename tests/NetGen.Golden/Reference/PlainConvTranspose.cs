namespace NetGen.Golden.Reference;

/// <summary>A transposed convolution: every input pixel is spread over the output by the kernel.</summary>
public sealed class PlainConvTranspose : PlainLayer
{
    /// <summary>Output channels.</summary>
    public required int Filters { get; init; }

    /// <summary>The kernel's rows and columns.</summary>
    public required (int Y, int X) Kernel { get; init; }

    /// <summary>Output pixels from one input pixel to the next.</summary>
    public (int Y, int X) Stride { get; init; } = (1, 1);

    /// <summary>What is taken off every side.</summary>
    public (int Y, int X) Pad { get; init; }

    /// <summary>The distance of taps.</summary>
    public (int Y, int X) Dilation { get; init; } = (1, 1);

    /// <summary>Rows and columns added at the end.</summary>
    public int OutputPad { get; init; }

    /// <summary>Groups of channels.</summary>
    public int Groups { get; init; } = 1;

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(
        Filters,
        ((input.Height - 1) * Stride.Y) - (2 * Pad.Y) + (Dilation.Y * (Kernel.Y - 1)) + 1 + OutputPad,
        ((input.Width - 1) * Stride.X) - (2 * Pad.X) + (Dilation.X * (Kernel.X - 1)) + 1 + OutputPad);

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
            for (int c = 0; c < shape.Channels; c++)
                for (int f = 0; f < filters; f++)
                    for (int ky = 0; ky < Kernel.Y; ky++)
                        for (int kx = 0; kx < Kernel.X; kx++)
                        {
                            int filter = (c / inputs * filters) + f;
                            int w = (((c * filters) + f) * Kernel.Y + ky) * Kernel.X + kx;
                            for (int iy = 0; iy < shape.Height; iy++)
                                for (int ix = 0; ix < shape.Width; ix++)
                                {
                                    int oy = (iy * Stride.Y) - Pad.Y + (ky * Dilation.Y);
                                    int ox = (ix * Stride.X) - Pad.X + (kx * Dilation.X);
                                    if (oy >= 0 && oy < output.Height && ox >= 0 && ox < output.Width)
                                    {
                                        visit(
                                            (((n * shape.Channels) + c) * shape.Height + iy) * shape.Width + ix,
                                            w,
                                            (((n * Filters) + filter) * output.Height + oy) * output.Width + ox);
                                    }
                                }
                        }
    }
}
