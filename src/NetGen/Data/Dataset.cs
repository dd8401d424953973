namespace NetGen;

/// <summary>Samples for training and evaluation: an input each, and either labels (class numbers) or targets (floats).</summary>
/// <remarks>Reading must not change anything, so that one set serves several trainers.</remarks>
public abstract class Dataset
{
    /// <summary>Says what a sample is made of.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="labelSize">Labels a sample: 1 for a class, height × width for a class at each pixel, 0 where there are targets.</param>
    /// <param name="targetSize">Target floats a sample; 0 where there are labels.</param>
    /// <exception cref="ArgumentException">A size is out of range, or there are both labels and targets, or neither.</exception>
    protected Dataset(IReadOnlyList<int> inputShape, int labelSize, int targetSize)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        InputShape = [.. inputShape];
        if (InputShape.Count == 0 || InputShape.Any(s => s < 1))
        {
            throw new ArgumentException($"expected one size or more, each at least 1, actual {ShapeText.Of(InputShape)}", nameof(inputShape));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(labelSize);
        ArgumentOutOfRangeException.ThrowIfNegative(targetSize);
        if ((labelSize > 0) == (targetSize > 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected either labels or targets, actual {labelSize} labels and {targetSize} targets a sample"),
                nameof(targetSize));
        }

        InputSize = InputShape.Aggregate(1, (product, size) => checked(product * size));
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

    /// <summary>A run of samples as a set of its own, without copying them.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="count">How many.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The run leaves this set.</exception>
    public Dataset Slice(int start, int count)
    {
        Check.InRange(start, 0, Count, nameof(start));
        Check.InRange(count, 0, Count - start, nameof(count));
        return new DatasetSlice(this, start, count);
    }

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
}
