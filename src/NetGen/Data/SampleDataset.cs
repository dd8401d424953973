namespace NetGen;

/// <summary>Samples with arrays of their own, which together may be larger than an array can be.</summary>
internal sealed class SampleDataset(IReadOnlyList<int> inputShape, int labelSize, int targetSize, Sample[] samples)
    : Dataset(inputShape, labelSize, targetSize)
{
    /// <inheritdoc/>
    public override int Count => samples.Length;

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        samples[index].Input.CopyTo(destination);
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        samples[index].Labels.CopyTo(destination);
    }

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, TargetSize);
        samples[index].Targets.CopyTo(destination);
    }
}
