namespace NetGen.Golden.Reference;

/// <summary>A layer as simple loops in double precision over NCHW arrays, to compare kernels with.</summary>
public abstract class PlainLayer
{
    /// <summary>Values by leaf (<c>weight</c>), in PyTorch's layout; filled by the caller.</summary>
    public Dictionary<string, double[]> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>What <see cref="Backward"/> found, by leaf.</summary>
    public Dictionary<string, double[]> Gradients { get; } = new(StringComparer.Ordinal);

    /// <summary>The output's sizes.</summary>
    public abstract PlainShape Output(PlainShape input);

    /// <summary>The output of a batch.</summary>
    public abstract double[] Forward(PlainShape shape, int batch, double[] x, bool training);

    /// <summary>The gradient by the input of a batch, in training mode; fills <see cref="Gradients"/>.</summary>
    public abstract double[] Backward(PlainShape shape, int batch, double[] x, double[] dy);
}
