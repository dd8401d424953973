using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// What recurrent layers remember of some sequences, side by side: their states after the last step, which <see cref="StepPredictor"/> reads and changes. They can be copied, kept and put in another
/// order, as a beam search does with the sentences that it goes on with.
/// </summary>
/// <remarks>Nothing is allocated after <see cref="StepPredictor.CreateStates"/>.</remarks>
public sealed unsafe class StepStates
{
    private readonly Model _model;
    private readonly int _size;
    private float[] _values;
    private float[] _spare;

    internal StepStates(Model model, int capacity)
    {
        _model = model;
        _size = model.Layout.StepState;
        Capacity = Count = capacity;
        _values = GC.AllocateArray<float>(checked(capacity * _size), pinned: true);
        _spare = GC.AllocateArray<float>(_values.Length, pinned: true);
    }

    /// <summary>The most sequences there can be.</summary>
    public int Capacity { get; }

    /// <summary>The sequences there are: at first as many as there can be, then as many as <see cref="Clear(int)"/>, <see cref="Reorder"/> or <see cref="CopyFrom(StepStates, ReadOnlySpan{int})"/> says.</summary>
    public int Count { get; private set; }

    /// <summary>The first sequence's state.</summary>
    internal float* Pointer => (float*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_values));

    /// <summary>Sets all sequences to before their first step.</summary>
    public void Clear() => Clear(Count);

    /// <summary>Begins with some new sequences.</summary>
    /// <param name="count">How many; from 1 to <see cref="Capacity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many or none.</exception>
    public void Clear(int count)
    {
        CheckCount(count, nameof(count));
        Count = count;
        _values.AsSpan(0, count * _size).Clear();
    }

    /// <summary>Goes on with some of the sequences in another order; one may go on as several.</summary>
    /// <param name="places">For each sequence there is then, its place among those there are now; from 1 to <see cref="Capacity"/> of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is none of a sequence, there are too many or none.</exception>
    public void Reorder(ReadOnlySpan<int> places)
    {
        Gather(this, places, _spare);
        (_values, _spare) = (_spare, _values);
        Count = places.Length;
    }

    /// <summary>Takes the states of other sequences over.</summary>
    /// <param name="source">The others, of the same model; those stay as they are.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException">They are another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more of them than <see cref="Capacity"/>.</exception>
    public void CopyFrom(StepStates source)
    {
        Check(source);
        CheckCount(source.Count, nameof(source));
        source._values.AsSpan(0, source.Count * _size).CopyTo(_values);
        Count = source.Count;
    }

    /// <summary>Takes the states of some other sequences over.</summary>
    /// <param name="source">The others, of the same model; those stay as they are.</param>
    /// <param name="places">For each sequence there is then here, its place among the others; from 1 to <see cref="Capacity"/> of them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException">They are another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A place is none of a sequence, there are too many or none.</exception>
    public void CopyFrom(StepStates source, ReadOnlySpan<int> places)
    {
        Check(source);
        if (ReferenceEquals(source, this))
        {
            Reorder(places);
            return;
        }

        Gather(source, places, _values);
        Count = places.Length;
    }

    /// <summary>Whether these are states of a model.</summary>
    internal bool AreOf(Model model) => ReferenceEquals(_model, model);

    private void Check(StepStates source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.AreOf(_model))
        {
            throw new ArgumentException($"expected states of this {_model.Description.Name}, actual those of another model, {source._model.Description.Name}", nameof(source));
        }
    }

    private void CheckCount(int count, string name)
    {
        if (count < 1 || count > Capacity)
        {
            throw new ArgumentOutOfRangeException(name, count, FormattableString.Invariant($"expected from 1 to {Capacity} sequences, actual {count}"));
        }
    }

    private void Gather(StepStates source, ReadOnlySpan<int> places, float[] to)
    {
        CheckCount(places.Length, nameof(places));
        for (int i = 0; i < places.Length; i++)
        {
            if ((uint)places[i] >= (uint)source.Count)
            {
                throw new ArgumentOutOfRangeException(nameof(places), places[i], FormattableString.Invariant($"expected places from 0 to {source.Count - 1}, actual {places[i]} at {i}"));
            }
        }

        for (int i = 0; i < places.Length; i++)
        {
            source._values.AsSpan(places[i] * _size, _size).CopyTo(to.AsSpan(i * _size, _size));
        }
    }
}
