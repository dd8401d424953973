namespace NetGen;

/// <summary>One named tensor of a model: a weight that training changes, or a buffer such as a running mean.</summary>
/// <remarks>Values are in PyTorch's layout: convolution weights are (out, in / groups, height, width), dense weights (out, in).</remarks>
public sealed unsafe class Parameter
{
    private readonly ParameterSet _owner;
    private readonly float* _values;
    private readonly float* _gradient;

    internal Parameter(ParameterSet owner, string path, int[] shape, bool trainable, float* values, float* gradient)
    {
        _owner = owner;
        Path = path;
        Shape = shape;
        Trainable = trainable;
        Length = shape.Aggregate(1, (product, size) => checked(product * size));
        _values = values;
        _gradient = gradient;
    }

    /// <summary>The path, for example <c>resblock1.conv2.weight</c>.</summary>
    public string Path { get; }

    /// <summary>The sizes of the tensor's dimensions.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Whether an optimizer changes it; <see langword="false"/> for running statistics.</summary>
    public bool Trainable { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The values, to read and write in place.</summary>
    /// <remarks>Asking for them tells the model that its packed weights are out of date, so ask again after a prediction
    /// instead of keeping the span. To read alone, use <see cref="ReadOnlyValues"/>.</remarks>
    public Span<float> Values
    {
        get
        {
            _owner.MarkChanged();
            return new Span<float>(_values, Length);
        }
    }

    /// <summary>The values, to read.</summary>
    public ReadOnlySpan<float> ReadOnlyValues => new(_values, Length);

    /// <summary>The gradient that the last step left, of the same layout as the values; empty for a buffer.</summary>
    public Span<float> Gradient => _gradient is null ? default : new Span<float>(_gradient, Length);

    /// <summary>As <see cref="ParameterInfo.Connections"/>.</summary>
    internal string? Connections { get; init; }

    internal float* Pointer => _values;

    internal float* GradientPointer => _gradient;
}
