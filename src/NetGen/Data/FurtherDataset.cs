namespace NetGen;

/// <summary>Another set with what further outputs are to learn.</summary>
internal sealed class FurtherDataset : Dataset
{
    private readonly Dataset _source;

    /// <summary>How many the source has itself, before those of arrays.</summary>
    private readonly int _first;
    private readonly FurtherColumn[] _columns;
    private readonly FurtherTargets[] _further;

    private FurtherDataset(Dataset source, FurtherColumn[] columns)
        : base(source.InputShape, source.LabelSize, source.TargetSize)
    {
        _source = source;
        _columns = columns;
        FurtherTargets[] before = [.. source.Further];
        _first = before.Length;
        _further = [.. before, .. columns.Select(c => c.Kind)];
        ClassNames = source.ClassNames;
    }

    /// <inheritdoc/>
    public override int Count => _source.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<FurtherTargets> Further => _further;

    /// <summary>Adds arrays to a set; to such a set beside those that it has, so that calls do not stack up.</summary>
    /// <exception cref="ArgumentException">The set has some for that output.</exception>
    public static FurtherDataset Of(Dataset source, FurtherColumn column)
    {
        string output = column.Kind.Output;
        if (source.Further.Any(f => f.Output == output))
        {
            throw new ArgumentException($"expected an output that the set has no targets for, actual \"{output}\", which it has", nameof(output));
        }

        return source is FurtherDataset further ? new FurtherDataset(further._source, [.. further._columns, column]) : new FurtherDataset(source, [column]);
    }

    /// <inheritdoc/>
    public override (Dataset Set, int Index) OriginOf(int index) => _source.OriginOf(index);

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination) => _source.CopyInput(index, destination);

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination) => _source.CopyLabels(index, destination);

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination) => _source.CopyTargets(index, destination);

    /// <inheritdoc/>
    public override void CopyFurtherLabels(int index, int place, Span<int> destination)
    {
        CheckCopy(index, destination.Length, FurtherAt(_further, place).LabelSize);
        if (place < _first)
        {
            _source.CopyFurtherLabels(index, place, destination);
        }
        else
        {
            _columns[place - _first].Labels(index).CopyTo(destination);
        }
    }

    /// <inheritdoc/>
    public override void CopyFurtherTargets(int index, int place, Span<float> destination)
    {
        CheckCopy(index, destination.Length, FurtherAt(_further, place).TargetSize);
        if (place < _first)
        {
            _source.CopyFurtherTargets(index, place, destination);
        }
        else
        {
            _columns[place - _first].Targets(index).CopyTo(destination);
        }
    }

    /// <inheritdoc/>
    public override float FurtherWeight(int index, int place)
    {
        CheckCopy(index, 1, 1);
        _ = FurtherAt(_further, place);
        return place < _first ? _source.FurtherWeight(index, place) : _columns[place - _first].Weight(index);
    }
}
