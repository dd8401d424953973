namespace NetGen.Golden.Reference;

/// <summary>A function of each value by itself.</summary>
/// <param name="value">The function.</param>
/// <param name="slope">Its derivative.</param>
public sealed class PlainActivation(Func<double, double> value, Func<double, double> slope) : PlainLayer
{
    /// <summary>max(x, slope · x).</summary>
    public static PlainActivation Leaky(double slope) => new(v => v > 0 ? v : slope * v, v => v > 0 ? 1 : slope);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static PlainActivation Sigmoid() =>
        new(v => 1 / (1 + Math.Exp(-v)), v => 1 / (2 + Math.Exp(-v) + Math.Exp(v))) { Cancelling = 1 };

    /// <summary>tanh x.</summary>
    public static PlainActivation Tanh() => Tanh(1, 1);

    /// <summary>scale · tanh(slope · x).</summary>
    public static PlainActivation Tanh(double scale, double slope) =>
        new(v => scale * Math.Tanh(slope * v), v => scale * slope * (1 - (Math.Tanh(slope * v) * Math.Tanh(slope * v)))) { Cancelling = Math.Abs(scale * slope) };

    /// <summary>
    /// The numbers whose difference is the slope where the function levels off, as y · (1 - y) and 1 - y² are: floats leave their rounding in it, however
    /// small the slope itself. 0 where the slope is no difference.
    /// </summary>
    public double Cancelling { get; private init; }

    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) => [.. x.Select(value)];

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy) => [.. x.Zip(dy, (a, d) => slope(a) * d)];
}
