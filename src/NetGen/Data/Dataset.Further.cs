namespace NetGen;

/// <content>Targets of outputs that have their own.</content>
public abstract partial class Dataset
{
    /// <summary>
    /// What samples have for outputs with targets of their own (<see cref="OutputAttribute.Targets"/>), beside the labels or targets of the model's own output; none unless <see cref="With(string, float[], float[])"/> or a set of
    /// one's own says so. Views pass them on. Each read must give the same.
    /// </summary>
    public virtual IReadOnlyList<FurtherTargets> Further => [];

    /// <summary>Writes a sample's labels for an output with targets of its own.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="place">Which of <see cref="Further"/>.</param>
    /// <param name="destination">As many numbers as its <see cref="FurtherTargets.LabelSize"/>.</param>
    /// <exception cref="NotSupportedException">There are none, or float targets instead.</exception>
    public virtual void CopyFurtherLabels(int index, int place, Span<int> destination) => throw new NotSupportedException($"{GetType().Name} has no labels of further outputs");

    /// <summary>Writes a sample's float targets for an output with targets of its own.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="place">Which of <see cref="Further"/>.</param>
    /// <param name="destination">As many floats as its <see cref="FurtherTargets.TargetSize"/>.</param>
    /// <exception cref="NotSupportedException">There are none, or labels instead.</exception>
    public virtual void CopyFurtherTargets(int index, int place, Span<float> destination) => throw new NotSupportedException($"{GetType().Name} has no targets of further outputs");

    /// <summary>What a sample counts for in the loss of an output with targets of its own; asked for where <see cref="FurtherTargets.HasWeights"/> is set.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="place">Which of <see cref="Further"/>.</param>
    /// <returns>A finite number of 0 or more; with 0 the sample is left out of that loss, as an image without an object out of a box's. 1 unless overridden.</returns>
    public virtual float FurtherWeight(int index, int place) => 1;

    /// <summary>This set with labels for an output with targets of its own, without copying it: a part of Keras's <c>y={"class": …, "kind": …}</c>.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="labels">As many labels for each sample, one or more, in this set's order; not copied.</param>
    /// <param name="weights">What each sample counts for in that output's loss, 0 or more; <see langword="null"/> for 1 each; not copied.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">The name is null, empty, or there already; or a length does not fit, or a weight is out of range.</exception>
    public Dataset With(string output, int[] labels, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return FurtherDataset.Of(this, new FurtherColumn(output, Count, labels, [], weights));
    }

    /// <summary>This set with float targets for an output with targets of its own, without copying it: a part of Keras's <c>y={"class": …, "box": …}</c>.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="targets">As many floats for each sample, one or more, in this set's order; not copied.</param>
    /// <param name="weights">What each sample counts for in that output's loss, 0 or more; <see langword="null"/> for 1 each; not copied.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">The name is null, empty, or there already; or a length does not fit, or a weight is out of range.</exception>
    public Dataset With(string output, float[] targets, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return FurtherDataset.Of(this, new FurtherColumn(output, Count, [], targets, weights));
    }

    /// <summary>One of <see cref="Further"/>, for copies.</summary>
    private protected static FurtherTargets FurtherAt(IReadOnlyList<FurtherTargets> further, int place) => further[Check.InRange(place, 0, further.Count - 1, nameof(place))];
}
