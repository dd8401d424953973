namespace NetGen;

/// <summary>Sets one after the other.</summary>
internal sealed class ConcatDataset : Dataset
{
    private readonly Dataset[] _parts;

    /// <summary>The number of the first sample behind each part.</summary>
    private readonly int[] _ends;

    private ConcatDataset(Dataset[] parts, int[] ends, IReadOnlyList<string>? classNames)
        : base(parts[0].InputShape, parts[0].LabelSize, parts[0].TargetSize)
    {
        _parts = parts;
        _ends = ends;
        ClassNames = classNames;
        Further = parts[0].Further;
    }

    /// <inheritdoc/>
    public override int Count => _ends[^1];

    /// <inheritdoc/>
    public override IReadOnlyList<FurtherTargets> Further { get; }

    /// <summary>Checks that the parts fit together; parts that are such a set themselves are taken apart, so that calls do not stack up.</summary>
    public static ConcatDataset Of(Dataset[] given)
    {
        if (given.Length == 0)
        {
            throw new ArgumentException("expected one set or more, actual 0", "parts");
        }

        foreach (Dataset part in given)
        {
            ArgumentNullException.ThrowIfNull(part, "parts");
        }

        Dataset[] parts = [.. given.SelectMany(part => part is ConcatDataset whole ? whole._parts : [part])];
        int[] ends = new int[parts.Length];
        long end = 0;
        IReadOnlyList<string>? names = null;
        for (int i = 0; i < parts.Length; i++)
        {
            CheckFit(parts[0], parts[i], i);
            names = Join(names, parts[i].ClassNames, i);
            end += parts[i].Count;
            ends[i] = end <= int.MaxValue
                ? (int)end
                : throw new ArgumentException(FormattableString.Invariant($"expected at most {int.MaxValue} samples in all, actual {end} or more"), nameof(parts));
        }

        return new ConcatDataset(parts, ends, names);
    }

    /// <inheritdoc/>
    public override (Dataset Set, int Index) OriginOf(int index)
    {
        Check.InRange(index, 0, Count - 1, nameof(index));
        return Find(ref index).OriginOf(index);
    }

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        Find(ref index).CopyInput(index, destination);
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        Find(ref index).CopyLabels(index, destination);
    }

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, TargetSize);
        Find(ref index).CopyTargets(index, destination);
    }

    /// <inheritdoc/>
    public override void CopyFurtherLabels(int index, int place, Span<int> destination)
    {
        CheckCopy(index, destination.Length, FurtherAt(Further, place).LabelSize);
        Find(ref index).CopyFurtherLabels(index, place, destination);
    }

    /// <inheritdoc/>
    public override void CopyFurtherTargets(int index, int place, Span<float> destination)
    {
        CheckCopy(index, destination.Length, FurtherAt(Further, place).TargetSize);
        Find(ref index).CopyFurtherTargets(index, place, destination);
    }

    /// <inheritdoc/>
    public override float FurtherWeight(int index, int place)
    {
        CheckCopy(index, 1, 1);
        return Find(ref index).FurtherWeight(index, place);
    }

    /// <summary>The part that holds a sample, and the sample's number in it.</summary>
    private Dataset Find(ref int index)
    {
        // The first part whose end is behind the sample; an empty part ends where the one before does, and so is passed over.
        int part = 0;
        int beyond = _ends.Length;
        while (part < beyond)
        {
            int middle = (part + beyond) / 2;
            if (_ends[middle] > index)
            {
                beyond = middle;
            }
            else
            {
                part = middle + 1;
            }
        }

        index -= part == 0 ? 0 : _ends[part - 1];
        return _parts[part];
    }

    private static void CheckFit(Dataset first, Dataset part, int number)
    {
        if (!part.InputShape.SequenceEqual(first.InputShape))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"set {number}: expected inputs of set 0's shape {ShapeText.Of(first.InputShape)}, actual {ShapeText.Of(part.InputShape)}"),
                "parts");
        }

        if (part.LabelSize != first.LabelSize || part.TargetSize != first.TargetSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"set {number}: expected {first.LabelSize} labels and {first.TargetSize} targets a sample as in set 0, actual {part.LabelSize} and {part.TargetSize}"),
                "parts");
        }

        if (!part.Further.SequenceEqual(first.Further))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"set {number}: expected {FurtherTargets.Describe(first.Further)} as in set 0, actual {FurtherTargets.Describe(part.Further)}"),
                "parts");
        }
    }

    private static IReadOnlyList<string>? Join(IReadOnlyList<string>? names, IReadOnlyList<string>? more, int number) =>
        names is null || more is null || names.SequenceEqual(more)
            ? names ?? more
            : throw new ArgumentException(
                FormattableString.Invariant($"set {number}: expected the class names of the sets before, {string.Join(", ", names)}, actual {string.Join(", ", more)}"),
                "parts");
}
