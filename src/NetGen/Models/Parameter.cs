using NetGen.Runtime;

namespace NetGen;

/// <summary>One named tensor of a model: a weight that training changes, or a buffer such as a running mean.</summary>
/// <remarks>Values are in PyTorch's layout: convolution weights are (out, in / groups, height, width), dense weights (out, in).</remarks>
public sealed unsafe class Parameter
{
    private readonly ParameterSet _owner;
    private readonly PinnedMemory _values;
    private readonly int _start;

    /// <summary>A parameter that lies at the same place in the runs of values and gradients; a buffer has no gradients.</summary>
    internal Parameter(ParameterSet owner, string path, int[] shape, bool trainable, PinnedMemory values, int start)
    {
        _owner = owner;
        Path = path;
        Shape = shape;
        Trainable = trainable;
        Length = ShapeSize.Of(shape);
        _values = values;
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

    /// <summary>The values, to read. To change them, <see cref="Edit"/>.</summary>
    /// <remarks>A span stays valid after the model is gone. While another thread trains the model, nothing guards the values.</remarks>
    public ReadOnlySpan<float> Values => _values.Slice(_start, Length);

    /// <summary>The values, to read and write in place.</summary>
    /// <returns>A span of <see cref="Length"/> values. It stays valid after the model is gone.</returns>
    /// <remarks>The model takes it that they change: its packed weights are made anew before it is used next. So ask again after a prediction instead of keeping
    /// the span. While another thread trains the model, nothing guards the values.</remarks>
    public Span<float> Edit()
    {
        _owner.MarkChanged();
        return _values.Slice(_start, Length);
    }

    /// <summary>The gradient that the last step left, of the same layout as the values; empty for a buffer.</summary>
    public Span<float> Gradient => Trainable ? _owner.GradientMemory.Slice(_start, Length) : default;

    /// <summary>As <see cref="ParameterInfo.Connections"/>.</summary>
    internal string? Connections { get; init; }

    internal float* Pointer => _values.Pointer + _start;

    /// <summary>What kernels compute with: the values, or where the layer says so those divided by their spectral norm.</summary>
    internal float* ComputedPointer => SpectralNorm is { } norm ? norm.Computed : Pointer;

    /// <summary>What divides it by its spectral norm; null for most.</summary>
    internal SpectralNorm? SpectralNorm { get; set; }

    internal float* GradientPointer => Trainable ? _owner.GradientMemory.Pointer + _start : null;
}
