using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>A model's parameters and buffers, in the order of its layers.</summary>
/// <remarks>All trainable values lie in one run of memory and all gradients in another of the same order, so that an optimizer
/// is a single pass over both.</remarks>
public sealed unsafe class ParameterSet : IReadOnlyList<Parameter>
{
    private readonly Parameter[] _parameters;
    private readonly Dictionary<string, Parameter> _byPath;
    private readonly PinnedMemory _values;
    private readonly int _trainableCount;

    // Where each parameter's values are, for generated code that has no model at hand; pinned, so the garbage collector leaves it where it is.
    private readonly nint[] _table;

    private PinnedMemory? _gradients;
    private int _version;

    internal ParameterSet(IReadOnlyList<ParameterInfo> declared, Gate? gate = null)
    {
        int untrained = 0;
        for (int i = 0; i < declared.Count; i++)
        {
            ref int count = ref declared[i].Trainable ? ref _trainableCount : ref untrained;
            count = checked(count + declared[i].Length);
        }

        _values = new PinnedMemory(_trainableCount);
        PinnedMemory buffers = new(untrained);
        Gate = gate;
        _parameters = new Parameter[declared.Count];
        int trained = 0;
        int kept = 0;
        for (int i = 0; i < declared.Count; i++)
        {
            ParameterInfo info = declared[i];
            if (info.Trainable)
            {
                _parameters[i] = new Parameter(this, info.Path, Copy(info.Shape), true, _values, trained) { Connections = info.Connections };
                trained += info.Length;
            }
            else
            {
                _parameters[i] = new Parameter(this, info.Path, Copy(info.Shape), false, buffers, kept);
                kept += info.Length;
            }
        }

        _byPath = new Dictionary<string, Parameter>(declared.Count, StringComparer.Ordinal);
        foreach (Parameter parameter in _parameters)
        {
            _byPath.Add(parameter.Path, parameter);
        }

        SpectralNorms = NormsOf(declared);
        _table = GC.AllocateArray<nint>(declared.Count, pinned: true);
        for (int i = 0; i < declared.Count; i++)
        {
            _table[i] = (nint)_parameters[i].ComputedPointer;
        }
    }

    /// <summary>The number of parameters and buffers.</summary>
    public int Count => _parameters.Length;

    /// <summary>
    /// The number of trainable values over all parameters as they lie in memory. Where a convolution connects some channels alone, this
    /// counts the zeros between them as well; <see cref="ModelInfo.ParameterCount"/> does not.
    /// </summary>
    public int TrainableCount => _trainableCount;

    /// <summary>A parameter by its place.</summary>
    /// <param name="index">0 for the first.</param>
    public Parameter this[int index] => _parameters[index];

    /// <summary>A parameter by its path.</summary>
    /// <param name="path">For example <c>conv1.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">No parameter has that path; the message lists those there are.</exception>
    public Parameter this[string path] => _byPath.TryGetValue(path, out Parameter? parameter)
        ? parameter
        : throw new KeyNotFoundException($"No parameter \"{path}\". There are: {string.Join(", ", _parameters.Select(p => p.Path))}.");

    /// <summary>All trainable values as one span, in the order of the parameters.</summary>
    public Span<float> TrainableValues
    {
        get
        {
            MarkChanged();
            return _values.Slice(0, _trainableCount);
        }
    }

    /// <summary>The values of all parameters and buffers together.</summary>
    internal int ValueCount => _parameters.Sum(p => p.Length);

    /// <summary>Copies the values of all parameters and buffers, one after the other.</summary>
    internal void CopyTo(Span<float> values)
    {
        int start = 0;
        foreach (Parameter parameter in _parameters)
        {
            parameter.Values.CopyTo(values.Slice(start, parameter.Length));
            start += parameter.Length;
        }
    }

    /// <summary>Takes over what <see cref="CopyTo"/> copied.</summary>
    internal void CopyFrom(ReadOnlySpan<float> values)
    {
        int start = 0;
        foreach (Parameter parameter in _parameters)
        {
            values.Slice(start, parameter.Length).CopyTo(parameter.Edit());
            start += parameter.Length;
        }
    }

    /// <summary>All gradients as one span, in the order of <see cref="TrainableValues"/>.</summary>
    public Span<float> Gradients => GradientMemory.Slice(0, _trainableCount);

    /// <summary>What lets one operation at a time to them: the model's; none where they belong to no model.</summary>
    internal Gate? Gate { get; }

    /// <summary>Where the gradients lie: made when they are first asked for, since a model that only predicts has none.</summary>
    internal PinnedMemory GradientMemory => Volatile.Read(ref _gradients) ?? MakeGradients();

    /// <summary>What divides weights by their spectral norms; empty for most models.</summary>
    internal SpectralNorm[] SpectralNorms { get; }

    /// <summary>A pointer to what kernels compute with of each parameter, by its place.</summary>
    internal float** Table => (float**)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_table));

    /// <summary>Counts up whenever values may have changed.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>Finds a parameter by its path.</summary>
    /// <param name="path">For example <c>conv1.weight</c>.</param>
    /// <param name="parameter">The parameter, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string path, [NotNullWhen(true)] out Parameter? parameter) => _byPath.TryGetValue(path, out parameter);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => ((IEnumerable<Parameter>)_parameters).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Any thread may look at values, so it counts whole: a count that is lost would let a later version pass for one that is packed.</summary>
    internal void MarkChanged() => Interlocked.Increment(ref _version);

    /// <summary>Divides the weights that say so by their spectral norms, as they are now: before they are packed.</summary>
    internal void Normalize()
    {
        foreach (SpectralNorm norm in SpectralNorms)
        {
            norm.Normalize();
        }
    }

    /// <summary>A weight's two vectors have its path with another ending.</summary>
    private SpectralNorm[] NormsOf(IReadOnlyList<ParameterInfo> declared)
    {
        const string Original = "_orig";
        List<SpectralNorm> norms = [];
        for (int i = 0; i < declared.Count; i++)
        {
            if (declared[i].SpectralNorm is { } dimension)
            {
                string path = declared[i].Path[..^Original.Length];
                norms.Add(_parameters[i].SpectralNorm = new SpectralNorm(_parameters[i], this[path + "_u"], this[path + "_v"], dimension));
            }
        }

        return [.. norms];
    }

    private static int[] Copy(IReadOnlyList<int> shape)
    {
        int[] sizes = new int[shape.Count];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = shape[i];
        }

        return sizes;
    }

    /// <summary>Of threads that ask at the same time, the first one's memory serves all.</summary>
    private PinnedMemory MakeGradients()
    {
        PinnedMemory made = new(_trainableCount);
        return Interlocked.CompareExchange(ref _gradients, made, null) ?? made;
    }
}
