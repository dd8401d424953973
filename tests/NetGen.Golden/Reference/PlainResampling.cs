namespace NetGen.Golden.Reference;

/// <summary>
/// A layer without parameters whose outputs are weighted sums of inputs, each channel by itself: rows and columns have weights of their
/// own, which are multiplied.
/// </summary>
/// <param name="height">The output's rows for the input's.</param>
/// <param name="width">The output's columns for the input's.</param>
/// <param name="weight">The weight of a place of the input for a place of the output: (output, outputs, input, inputs).</param>
public sealed class PlainResampling(Func<int, int> height, Func<int, int> width, Func<int, int, int, int, double> weight) : PlainLayer
{
    /// <summary>PyTorch's adaptive average pool.</summary>
    public static PlainResampling Adaptive(int height, int width) => new(_ => height, _ => width, (o, outputs, i, inputs) =>
    {
        int start = (int)Math.Floor(o * inputs / (double)outputs);
        int end = (int)Math.Ceiling((o + 1) * inputs / (double)outputs);
        return i >= start && i < end ? 1.0 / (end - start) : 0;
    });

    /// <summary>Every pixel becomes a square.</summary>
    public static PlainResampling Nearest(int scale) => new(n => n * scale, n => n * scale, (o, _, i, _) => o / scale == i ? 1 : 0);

    /// <summary>Linear in both directions between the centres of pixels; past the outermost centres, their values.</summary>
    public static PlainResampling Bilinear(int scale) => new(n => n * scale, n => n * scale, (o, _, i, inputs) =>
    {
        double place = Math.Clamp(((o + 0.5) / scale) - 0.5, 0, inputs - 1);
        return Math.Max(0, 1 - Math.Abs(place - i));
    });

    /// <summary>A border of zeros, or, below zero, one taken off.</summary>
    public static PlainResampling Border(int pixels) => new(n => n + (2 * pixels), n => n + (2 * pixels), (o, _, i, _) => o - pixels == i ? 1 : 0);

    /// <summary>A border that mirrors the image without its edge.</summary>
    public static PlainResampling Reflection(int pixels) =>
        new(n => n + (2 * pixels), n => n + (2 * pixels), (o, _, i, inputs) => i == o - pixels || i == pixels - o || i == (2 * (inputs - 1)) - (o - pixels) ? 1 : 0);

    /// <summary>A border that repeats the edge.</summary>
    public static PlainResampling Replication(int pixels) => new(n => n + (2 * pixels), n => n + (2 * pixels), (o, _, i, inputs) => Math.Clamp(o - pixels, 0, inputs - 1) == i ? 1 : 0);

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => new(input.Channels, height(input.Height), width(input.Width));

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * Output(shape).Size];
        Walk(shape, batch, (xi, yi, factor) => y[yi] += x[xi] * factor);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        Walk(shape, batch, (xi, yi, factor) => dx[xi] += dy[yi] * factor);
        return dx;
    }

    private void Walk(PlainShape shape, int batch, Action<int, int, double> visit)
    {
        PlainShape output = Output(shape);
        for (int plane = 0; plane < batch * shape.Channels; plane++)
            for (int oy = 0; oy < output.Height; oy++)
                for (int iy = 0; iy < shape.Height; iy++)
                {
                    double row = weight(oy, output.Height, iy, shape.Height);
                    for (int ox = 0; ox < output.Width && row != 0; ox++)
                        for (int ix = 0; ix < shape.Width; ix++)
                        {
                            double factor = row * weight(ox, output.Width, ix, shape.Width);
                            if (factor != 0)
                            {
                                visit((((plane * shape.Height) + iy) * shape.Width) + ix, (((plane * output.Height) + oy) * output.Width) + ox, factor);
                            }
                        }
                }
    }
}
