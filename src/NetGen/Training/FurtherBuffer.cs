namespace NetGen;

/// <summary>Room for what outputs with targets of their own are to learn of a batch, made once and filled at every step.</summary>
internal sealed class FurtherBuffer
{
    private readonly IReadOnlyList<FurtherTargets> _kinds;
    private readonly int[][] _labels;
    private readonly float[][] _targets;
    private readonly float[][] _weights;

    /// <summary>Makes the room.</summary>
    /// <param name="kinds">What there is.</param>
    /// <param name="size">The most samples in a batch.</param>
    public FurtherBuffer(IReadOnlyList<FurtherTargets> kinds, int size)
    {
        _kinds = kinds;
        _labels = [.. kinds.Select(k => new int[checked(size * k.LabelSize)])];
        _targets = [.. kinds.Select(k => new float[checked(size * k.TargetSize)])];
        _weights = [.. kinds.Select(k => new float[k.HasWeights ? size : 0])];
    }

    /// <summary>Whether there are any.</summary>
    public bool Any => _kinds.Count > 0;

    /// <summary>Copies a sample.</summary>
    public void Put(Dataset dataset, int sample, int slot)
    {
        for (int place = 0; place < _kinds.Count; place++)
        {
            FurtherTargets kind = _kinds[place];
            if (kind.LabelSize > 0)
            {
                dataset.CopyFurtherLabels(sample, place, _labels[place].AsSpan(slot * kind.LabelSize, kind.LabelSize));
            }
            else
            {
                dataset.CopyFurtherTargets(sample, place, _targets[place].AsSpan(slot * kind.TargetSize, kind.TargetSize));
            }

            if (kind.HasWeights)
            {
                _weights[place][slot] = dataset.FurtherWeight(sample, place);
            }
        }
    }

    /// <summary>Says where they are, by the outputs' names.</summary>
    /// <param name="targets">What is told.</param>
    /// <param name="count">The samples in the batch.</param>
    public void Give(Targets targets, int count)
    {
        for (int place = 0; place < _kinds.Count; place++)
        {
            FurtherTargets kind = _kinds[place];
            ReadOnlyMemory<float> weights = kind.HasWeights ? _weights[place].AsMemory(0, count) : default;
            if (kind.LabelSize > 0)
            {
                targets.Labels(kind.Output, _labels[place].AsMemory(0, count * kind.LabelSize), weights);
            }
            else
            {
                targets.Values(kind.Output, _targets[place].AsMemory(0, count * kind.TargetSize), weights);
            }
        }
    }
}
