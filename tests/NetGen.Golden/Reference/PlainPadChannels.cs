namespace NetGen.Golden.Reference;

/// <summary>Channels of zeros before and after the input's.</summary>
public sealed class PlainPadChannels(int before, int after) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input with { Channels = before + input.Channels + after };

    /// <inheritdoc/>
    public override double[] Forward(PlainShape input, int batch, double[] x, bool training)
    {
        double[] y = new double[batch * Output(input).Size];
        for (int image = 0; image < batch; image++)
        {
            Array.Copy(x, image * input.Size, y, Start(input, image), input.Size);
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(PlainShape input, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        for (int image = 0; image < batch; image++)
        {
            Array.Copy(dy, Start(input, image), dx, image * input.Size, input.Size);
        }

        return dx;
    }

    /// <summary>Where an image's channels begin in the output.</summary>
    private int Start(PlainShape input, int image) => (image * Output(input).Size) + (before * input.Height * input.Width);
}
