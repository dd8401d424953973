using NetGen.Runtime;

namespace NetGen;

/// <summary>One named tensor of a model: a weight that training changes, or a buffer such as a running mean.</summary>
/// <remarks>Values are in PyTorch's layout: convolution weights are (out, in / groups, height, width), dense weights (out, in).</remarks>
public sealed unsafe class Parameter
{
    private readonly ParameterSet _owner;
    private readonly PinnedMemory _values;
    private readonly PinnedMemory? _gradients;
    private readonly int _start;

    /// <summary>A parameter that lies at the same place in the runs of values and gradients; a buffer has no gradients.</summary>
    internal Parameter(ParameterSet owner, string path, int[] shape, bool trainable, PinnedMemory values, PinnedMemory? gradients, int start)
    {
        _owner = owner;
        Path = path;
        Shape = shape;
        Trainable = trainable;
        Length = shape.Aggregate(1, (product, size) => checked(product * size));
        _values = values;
        _gradients = gradients;
        _start = start;
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
    /// instead of keeping the span. A span stays valid after the model is gone. While another thread trains the model, nothing guards
    /// them. To read alone, use <see cref="ReadOnlyValues"/>.</remarks>
    public Span<float> Values
    {
        get
        {
            _owner.MarkChanged();
            return _values.Slice(_start, Length);
        }
    }

    /// <summary>The values, to read.</summary>
    public ReadOnlySpan<float> ReadOnlyValues => _values.Slice(_start, Length);

    /// <summary>The gradient that the last step left, of the same layout as the values; empty for a buffer.</summary>
    public Span<float> Gradient => _gradients is null ? default : _gradients.Slice(_start, Length);

    /// <summary>As <see cref="ParameterInfo.Connections"/>.</summary>
    internal string? Connections { get; init; }

    internal float* Pointer => _values.Pointer + _start;

    internal float* GradientPointer => _gradients is null ? null : _gradients.Pointer + _start;
}
