namespace NetGen.Golden.Reference;

/// <summary>PReLU by PyTorch's rules: what is not above 0, or not a number, takes the slope.</summary>
public sealed class PlainPReLU : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) =>
        [.. x.Select((v, i) => v > 0 ? v : v * Slope(shape, i))];

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] slopes = new double[shape.Channels];
        for (int i = 0; i < x.Length; i++)
        {
            slopes[Channel(shape, i)] += x[i] > 0 ? 0 : x[i] * dy[i];
        }

        Gradients["weight"] = slopes;
        return [.. x.Select((v, i) => v > 0 ? dy[i] : dy[i] * Slope(shape, i))];
    }

    private static int Channel(PlainShape shape, int i) => i / shape.Pixels % shape.Channels;

    private double Slope(PlainShape shape, int i) => Parameters["weight"][Channel(shape, i)];
}
