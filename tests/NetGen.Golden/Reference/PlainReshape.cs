namespace NetGen.Golden.Reference;

/// <summary>The same values as another shape.</summary>
/// <param name="shape">The output's sizes.</param>
public sealed class PlainReshape(PlainShape shape) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => shape;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape input, int batch, double[] x, bool training) => x;

    /// <inheritdoc/>
    public override double[] Backward(PlainShape input, int batch, double[] x, double[] dy) => dy;
}
