namespace NetGen;

/// <summary>A run of another set's samples.</summary>
internal sealed class DatasetSlice(Dataset source, int start, int count) : Dataset(source.InputShape, source.LabelSize, source.TargetSize)
{
    /// <inheritdoc/>
    public override int Count => count;

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        source.CopyInput(start + index, destination);
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        source.CopyLabels(start + index, destination);
    }

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, TargetSize);
        source.CopyTargets(start + index, destination);
    }
}
