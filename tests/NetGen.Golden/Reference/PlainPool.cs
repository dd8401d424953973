namespace NetGen.Golden.Reference;

/// <summary>A pool by PyTorch's rules: the largest value or the mean of each window.</summary>
public sealed class PlainPool : PlainLayer
{
    /// <summary>Whether the largest value counts; otherwise the mean.</summary>
    public bool Max { get; init; }

    /// <summary>The window's rows and columns.</summary>
    public required (int Y, int X) Kernel { get; init; }

    /// <summary>Pixels from one window to the next.</summary>
    public required (int Y, int X) Stride { get; init; }

    /// <summary>The border.</summary>
    public (int Y, int X) Pad { get; init; }

    /// <summary>The border behind the image, where it is another than before.</summary>
    public (int Y, int X)? PadBehind { get; init; }

    /// <summary>Whether the output's size is rounded up.</summary>
    public bool Ceil { get; init; }

    /// <summary>Whether the border counts in means.</summary>
    public bool CountIncludePad { get; init; } = true;

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(
        input.Channels,
        Outputs(input.Height, Kernel.Y, Stride.Y, Pad.Y, Behind.Y),
        Outputs(input.Width, Kernel.X, Stride.X, Pad.X, Behind.X));

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * Output(shape).Size];
        Walk(shape, batch, (yi, pixels, divisor) => y[yi] = Max ? pixels.Max(p => x[p]) : pixels.Sum(p => x[p]) / divisor);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        Walk(shape, batch, (yi, pixels, divisor) =>
        {
            if (Max)
            {
                // Of equal values, the first one in the window takes the gradient.
                dx[pixels.MaxBy(p => x[p])] += dy[yi];
                return;
            }

            foreach (int p in pixels)
            {
                dx[p] += dy[yi] / divisor;
            }
        });
        return dx;
    }

    private (int Y, int X) Behind => PadBehind ?? Pad;

    private int Outputs(int size, int kernel, int stride, int pad, int behind)
    {
        int room = size + pad + behind - kernel;
        int outputs = ((room + (Ceil ? stride - 1 : 0)) / stride) + 1;
        return Ceil && (outputs - 1) * stride >= size + pad ? outputs - 1 : outputs;
    }

    /// <summary>Visits every window: the output, the pixels of the image inside of it, and what a mean divides by.</summary>
    private void Walk(PlainShape shape, int batch, Action<int, List<int>, int> visit)
    {
        PlainShape output = Output(shape);
        for (int plane = 0; plane < batch * shape.Channels; plane++)
            for (int oy = 0; oy < output.Height; oy++)
                for (int ox = 0; ox < output.Width; ox++)
                {
                    int top = (oy * Stride.Y) - Pad.Y;
                    int left = (ox * Stride.X) - Pad.X;
                    int bottom = Math.Min(top + Kernel.Y, shape.Height + Behind.Y);
                    int right = Math.Min(left + Kernel.X, shape.Width + Behind.X);
                    List<int> pixels = [];
                    for (int iy = Math.Max(top, 0); iy < Math.Min(bottom, shape.Height); iy++)
                        for (int ix = Math.Max(left, 0); ix < Math.Min(right, shape.Width); ix++)
                        {
                            pixels.Add((((plane * shape.Height) + iy) * shape.Width) + ix);
                        }

                    visit((((plane * output.Height) + oy) * output.Width) + ox, pixels, CountIncludePad ? (bottom - top) * (right - left) : pixels.Count);
                }
    }
}
