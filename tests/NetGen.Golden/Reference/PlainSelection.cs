namespace NetGen.Golden.Reference;

/// <summary>A function of each value by itself whose gradient is chosen, not multiplied: where PyTorch takes a zero, an infinite gradient leaves nothing.</summary>
/// <param name="value">The function.</param>
/// <param name="gradient">The gradient by x, from x and the gradient by the result.</param>
public sealed class PlainSelection(Func<double, double> value, Func<double, double, double> gradient) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) => [.. x.Select(value)];

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy) => [.. x.Zip(dy, gradient)];
}
