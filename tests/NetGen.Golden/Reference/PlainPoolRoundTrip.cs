namespace NetGen.Golden.Reference;

/// <summary>A max pool, and its values put back to where they were found.</summary>
/// <param name="pool">The pool, whose windows lie apart.</param>
public sealed class PlainPoolRoundTrip(PlainPool pool) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => input;

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) =>
        pool.Backward(shape, batch, x, pool.Forward(shape, batch, x, training));

    /// <summary>Each value that stayed has the gradient of its place.</summary>
    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] stayed = pool.Backward(shape, batch, x, [.. Enumerable.Repeat(1.0, batch * pool.Output(shape).Size)]);
        return [.. dy.Zip(stayed, (d, s) => d * s)];
    }
}
