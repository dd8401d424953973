namespace NetGen;

/// <summary>Samples for training and evaluation: an input each, and either labels (class numbers) or targets (floats).</summary>
/// <remarks>Reading must not change anything, so that one set serves several trainers. <see cref="With(string, float[], float[])"/> adds what outputs with targets of their own are to learn.</remarks>
public abstract partial class Dataset
{
    /// <summary>Class numbers that <see cref="ClassCounts"/> counts to, so that a wrong label does not take all memory.</summary>
    private const int MaxClasses = 1 << 24;

    /// <summary>Says what a sample is made of.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="labelSize">Labels a sample: 1 for a class, height × width for a class at each pixel, 0 where there are targets.</param>
    /// <param name="targetSize">Target floats a sample; 0 where there are labels.</param>
    /// <exception cref="ArgumentException">A size is out of range, or there are both labels and targets, or neither.</exception>
    protected Dataset(IReadOnlyList<int> inputShape, int labelSize, int targetSize)
    {
        SampleSizes sizes = SampleSizes.Of(inputShape, labelSize, targetSize);
        InputShape = sizes.InputShape;
        InputSize = sizes.Input;
        LabelSize = labelSize;
        TargetSize = targetSize;
    }

    /// <summary>The number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>The sizes of an input: channels, height, width; or features alone.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>Floats in an input.</summary>
    public int InputSize { get; }

    /// <summary>Labels a sample; 0 where there are targets.</summary>
    public int LabelSize { get; }

    /// <summary>Target floats a sample; 0 where there are labels.</summary>
    public int TargetSize { get; }

    /// <summary>The names of the classes, by number; <see langword="null"/> where they are not known. Views pass them on.</summary>
    public virtual IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Writes a sample's input, in the order channels, height, width.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="destination"><see cref="InputSize"/> floats.</param>
    public abstract void CopyInput(int index, Span<float> destination);

    /// <summary>Writes a sample's labels.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="destination"><see cref="LabelSize"/> numbers.</param>
    /// <exception cref="NotSupportedException">The samples have targets instead.</exception>
    public virtual void CopyLabels(int index, Span<int> destination) => throw new NotSupportedException($"{GetType().Name} has no labels");

    /// <summary>Writes a sample's targets.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="destination"><see cref="TargetSize"/> floats.</param>
    /// <exception cref="NotSupportedException">The samples have labels instead.</exception>
    public virtual void CopyTargets(int index, Span<float> destination) => throw new NotSupportedException($"{GetType().Name} has no targets");

    /// <summary>Where a sample of a view comes from: for example the picture's file, which the folder's set knows.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <returns>The set that holds the sample itself, and its number there; this set and <paramref name="index"/> unless this is a view of another.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public virtual (Dataset Set, int Index) OriginOf(int index) => (this, Check.InRange(index, 0, Count - 1, nameof(index)));

    /// <summary>A sample's class.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <returns>Its label.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    /// <exception cref="NotSupportedException">The samples have another number of labels than one, or targets.</exception>
    public int LabelOf(int index)
    {
        if (LabelSize != 1)
        {
            throw new NotSupportedException(
                FormattableString.Invariant($"expected one label a sample, actual {LabelSize} labels and {TargetSize} targets"));
        }

        Span<int> label = stackalloc int[1];
        CheckCopy(index, 1, 1);
        CopyLabels(index, label);
        return label[0];
    }

    /// <summary>How often each class occurs, for example to weigh a loss; with a class at each pixel, all pixels are counted.</summary>
    /// <returns>The count of each class by its number: as many as there are <see cref="ClassNames"/>, or up to the largest label where that is more.</returns>
    /// <exception cref="NotSupportedException">The samples have targets instead of labels.</exception>
    /// <exception cref="InvalidOperationException">A label is under 0 or over 16,777,215.</exception>
    public long[] ClassCounts()
    {
        if (LabelSize == 0)
        {
            throw new NotSupportedException(FormattableString.Invariant($"expected labels, actual {TargetSize} targets a sample"));
        }

        long[] counts = new long[ClassNames?.Count ?? 0];
        int[] labels = new int[LabelSize];
        for (int i = 0; i < Count; i++)
        {
            CopyLabels(i, labels);
            foreach (int label in labels)
            {
                if ((uint)label >= MaxClasses)
                {
                    throw new InvalidOperationException(
                        FormattableString.Invariant($"sample {i}: expected labels from 0 to {MaxClasses - 1}, actual {label}"));
                }

                if (label >= counts.Length)
                {
                    Array.Resize(ref counts, label + 1);
                }

                counts[label]++;
            }
        }

        return counts;
    }

    /// <summary>The samples in their order as batches, for training loops of one's own.</summary>
    /// <remarks>Each pass has one <see cref="Batch"/>, which is filled again at every turn: what is to last longer has to be copied out.</remarks>
    /// <param name="batchSize">Samples in a batch; the last has what is left.</param>
    /// <param name="dropLast">Whether a last batch that is not full is left out.</param>
    /// <returns>The batches; each enumeration has buffers of its own.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is under 1.</exception>
    public IEnumerable<Batch> Batches(int batchSize, bool dropLast = false) => EachBatch(Check.AtLeastOne(batchSize, nameof(batchSize)), dropLast);

    /// <summary>Refuses an index or a destination that does not fit.</summary>
    /// <param name="index">The sample.</param>
    /// <param name="actual">The destination's length.</param>
    /// <param name="expected">The length it needs.</param>
    /// <exception cref="ArgumentException">One of them does not fit.</exception>
    protected void CheckCopy(int index, int actual, int expected)
    {
        if ((uint)index >= (uint)Count)
        {
            Check.InRange(index, 0, Count - 1, nameof(index));
        }

        if (actual != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected room for {expected} values, actual {actual}"), "destination");
        }
    }

    private IEnumerable<Batch> EachBatch(int batchSize, bool dropLast)
    {
        int size = int.Min(batchSize, Count);
        BatchBuffer buffer = new(new BatchRecipe { Dataset = this }, size);
        int[] samples = new int[size];
        Batch batch = new(buffer);
        for (int start = 0; start < Count; start += size)
        {
            int count = int.Min(size, Count - start);
            if (dropLast && count < batchSize)
            {
                yield break;
            }

            for (int i = 0; i < count; i++)
            {
                samples[i] = start + i;
            }

            buffer.Fill(samples.AsSpan(0, count), epoch: 1, batch: start / size);
            yield return batch;
        }
    }
}
