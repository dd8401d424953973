namespace NetGen;

/// <summary>Another set's labels as targets.</summary>
internal sealed class OneHotDataset : Dataset
{
    private readonly Dataset _source;
    private readonly int _classes;
    private readonly float _on;
    private readonly float _off;

    /// <summary>Makes the view of a set with labels.</summary>
    public OneHotDataset(Dataset source, int classes, float smoothing)
        : base(source.InputShape, 0, checked(classes * source.LabelSize))
    {
        _source = source;
        _classes = classes;
        _off = smoothing / classes;
        _on = 1 - smoothing + _off;
        ClassNames = source.ClassNames;
    }

    /// <inheritdoc/>
    public override int Count => _source.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<FurtherTargets> Further => _source.Further;

    /// <inheritdoc/>
    public override (Dataset Set, int Index) OriginOf(int index) => _source.OriginOf(index);

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination) => _source.CopyInput(index, destination);

    /// <inheritdoc/>
    public override void CopyFurtherLabels(int index, int place, Span<int> destination) => _source.CopyFurtherLabels(index, place, destination);

    /// <inheritdoc/>
    public override void CopyFurtherTargets(int index, int place, Span<float> destination) => _source.CopyFurtherTargets(index, place, destination);

    /// <inheritdoc/>
    public override float FurtherWeight(int index, int place) => _source.FurtherWeight(index, place);

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination)
    {
        const int OnStack = 64;
        CheckCopy(index, destination.Length, TargetSize);
        int size = _source.LabelSize;
        Span<int> labels = size <= OnStack ? stackalloc int[OnStack] : new int[size];
        labels = labels[..size];
        _source.CopyLabels(index, labels);
        destination.Fill(_off);
        for (int i = 0; i < size; i++)
        {
            if ((uint)labels[i] >= (uint)_classes)
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"sample {index}: expected a label from 0 to {_classes - 1}, actual {labels[i]}"));
            }

            destination[(labels[i] * size) + i] = _on;
        }
    }
}
