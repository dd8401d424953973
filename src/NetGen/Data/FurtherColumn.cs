namespace NetGen;

/// <summary>What all samples of a set have for one output with targets of its own, in arrays.</summary>
internal sealed class FurtherColumn
{
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly float[]? _weights;

    /// <summary>Takes arrays, of which one of the first two is empty.</summary>
    /// <exception cref="ArgumentException">A length does not fit, a weight is out of range, or there is no name.</exception>
    public FurtherColumn(string output, int count, int[] labels, float[] targets, float[]? weights)
    {
        ArgumentException.ThrowIfNullOrEmpty(output);
        int all = labels.Length + targets.Length;
        if (count == 0 || all == 0 || all % count != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected the same number for each of {count} samples, one or more, for \"{output}\", actual {all} in all"), labels.Length > 0 ? nameof(labels) : nameof(targets));
        }

        CheckWeights(weights, count, output);
        Kind = new FurtherTargets(output, labels.Length / count, targets.Length / count) { HasWeights = weights is not null };
        _labels = labels;
        _targets = targets;
        _weights = weights;
    }

    /// <summary>What it is.</summary>
    public FurtherTargets Kind { get; }

    /// <summary>A sample's labels.</summary>
    public ReadOnlySpan<int> Labels(int index) => _labels.AsSpan(index * Kind.LabelSize, Kind.LabelSize);

    /// <summary>A sample's float targets.</summary>
    public ReadOnlySpan<float> Targets(int index) => _targets.AsSpan(index * Kind.TargetSize, Kind.TargetSize);

    /// <summary>What a sample counts for.</summary>
    public float Weight(int index) => _weights?[index] ?? 1;

    private static void CheckWeights(float[]? weights, int count, string output)
    {
        if (weights is null)
        {
            return;
        }

        if (weights.Length != count)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a weight for each of {count} samples for \"{output}\", actual {weights.Length}"), nameof(weights));
        }

        foreach (float weight in weights)
        {
            Check.NotNegative(weight, nameof(weights));
        }
    }
}
