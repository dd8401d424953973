using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Values at all outputs of a model by their names, or the gradient by them, for a batch: what <see cref="Model.Predict(ReadOnlySpan{float}, OutputSet)"/> and
/// <see cref="Model.Forward(ReadOnlySpan{float}, OutputSet)"/> fill, and what <see cref="Model.Backward(OutputSet, Span{float})"/> takes. It has memory of its own, which grows with the batch
/// and is used again, so that a set that is made once costs no allocation in a step.
/// </summary>
public sealed unsafe class OutputSet
{
    private readonly PinnedMemory?[] _values;
    private readonly nint[] _pointers;
    private readonly int _first;

    /// <summary>Makes a set of no samples.</summary>
    /// <param name="model">The model's description: its class's <c>Info</c>, or <see cref="Model.Description"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public OutputSet(ModelInfo model)
        : this(model, first: 0)
    {
    }

    /// <summary>Makes a set that holds the outputs from one on.</summary>
    internal OutputSet(ModelInfo model, int first)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        _first = first;
        _values = new PinnedMemory?[model.Outputs.Count];
        _pointers = GC.AllocateArray<nint>(model.Outputs.Count, pinned: true);
    }

    /// <summary>The description of the model whose outputs these are.</summary>
    public ModelInfo Model { get; }

    /// <summary>Samples.</summary>
    public int Batch { get; private set; }

    /// <summary>The values of one output, NCHW, sample after sample: <see cref="Batch"/> times its <see cref="TensorInfo.Size"/>.</summary>
    /// <param name="output">The output's name; <see cref="ModelInfo.OwnOutput"/> for the model's own.</param>
    /// <exception cref="ArgumentException">There is no such output; the message lists those there are.</exception>
    public Span<float> this[string output] => At(Model.IndexOfOutput(output, nameof(output)));

    /// <summary>Makes room for a batch. Values that were there are kept where nothing has to grow; otherwise they are zero.</summary>
    /// <param name="batch">Samples, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch"/> is less than 1.</exception>
    public void Resize(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        for (int i = _first; i < _values.Length; i++)
        {
            int length = checked(batch * Model.Outputs[i].Size);
            PinnedMemory? values = _values[i];
            if (values is null || values.Length < length)
            {
                _values[i] = values = new PinnedMemory(length);
                _pointers[i] = (nint)values.Pointer;
            }
        }

        Batch = batch;
    }

    /// <summary>Sets all values to 0.</summary>
    public void Clear()
    {
        for (int i = _first; i < _values.Length; i++)
        {
            At(i).Clear();
        }
    }

    /// <summary>The values of one output by its place among <see cref="ModelInfo.Outputs"/>.</summary>
    internal Span<float> At(int output) => _values[output] is { } values ? values.Slice(0, Batch * Model.Outputs[output].Size) : default;

    /// <summary>Where an output lies, by its place.</summary>
    internal nint PointerAt(int output) => _pointers[output];

    /// <summary>Where the model's own output lies.</summary>
    internal float* Own => (float*)_pointers[0];

    /// <summary>Where the outputs besides the model's own lie.</summary>
    internal float** Further => (float**)Unsafe.AsPointer(ref _pointers[0]) + 1;

    /// <summary>Refuses a set of another model's outputs.</summary>
    /// <param name="model">The model that is to use it.</param>
    /// <param name="parameter">The caller's parameter that it is.</param>
    /// <exception cref="ArgumentException">It is another model's.</exception>
    internal void CheckFor(ModelInfo model, string parameter)
    {
        if (!ReferenceEquals(Model, model))
        {
            throw new ArgumentException($"expected a set of {model.Name}'s outputs, actual one of {Model.Name}'s", parameter);
        }
    }
}
