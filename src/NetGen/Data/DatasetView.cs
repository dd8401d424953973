namespace NetGen;

/// <summary>Some of another set's samples, in an order of its own, without copying them.</summary>
internal sealed class DatasetView : Dataset
{
    private readonly Dataset _source;
    private readonly ReadOnlyMemory<int> _indices;

    private DatasetView(Dataset source, ReadOnlyMemory<int> indices)
        : base(source.InputShape, source.LabelSize, source.TargetSize)
    {
        _source = source;
        _indices = indices;
        ClassNames = source.ClassNames;
        Further = source.Further;
    }

    /// <inheritdoc/>
    public override int Count => _indices.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<FurtherTargets> Further { get; }

    /// <summary>A run of a set's samples.</summary>
    public static DatasetView Run(Dataset source, int start, int count) => source is DatasetView view
        ? new DatasetView(view._source, view._indices.Slice(start, count))
        : new DatasetView(source, Enumerable.Range(start, count).ToArray());

    /// <summary>A view by an array that becomes the view's; a view of a view reads the first source directly, so that calls do not stack up.</summary>
    public static DatasetView Of(Dataset source, int[] indices)
    {
        if (source is not DatasetView view)
        {
            return new DatasetView(source, indices);
        }

        ReadOnlySpan<int> inner = view._indices.Span;
        foreach (ref int index in indices.AsSpan())
        {
            index = inner[index];
        }

        return new DatasetView(view._source, indices);
    }

    /// <inheritdoc/>
    public override (Dataset Set, int Index) OriginOf(int index) => _source.OriginOf(_indices.Span[Check.InRange(index, 0, Count - 1, nameof(index))]);

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        _source.CopyInput(_indices.Span[index], destination);
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        _source.CopyLabels(_indices.Span[index], destination);
    }

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, TargetSize);
        _source.CopyTargets(_indices.Span[index], destination);
    }

    /// <inheritdoc/>
    public override void CopyFurtherLabels(int index, int place, Span<int> destination)
    {
        CheckCopy(index, destination.Length, FurtherAt(Further, place).LabelSize);
        _source.CopyFurtherLabels(_indices.Span[index], place, destination);
    }

    /// <inheritdoc/>
    public override void CopyFurtherTargets(int index, int place, Span<float> destination)
    {
        CheckCopy(index, destination.Length, FurtherAt(Further, place).TargetSize);
        _source.CopyFurtherTargets(_indices.Span[index], place, destination);
    }

    /// <inheritdoc/>
    public override float FurtherWeight(int index, int place)
    {
        CheckCopy(index, 1, 1);
        return _source.FurtherWeight(_indices.Span[index], place);
    }
}
