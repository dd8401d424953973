namespace NetGen;

/// <summary>
/// What a model with several losses is to learn of a batch: labels or float targets for each output by its name, and what each sample counts for. One is made once and used in
/// every step: it refers to the arrays that it is given and reads them in the step, so that filling them anew serves the next, and a step allocates nothing.
/// </summary>
/// <remarks>
/// <code>
/// int[] classes = new int[batch];
/// float[] boxes = new float[batch * 4], isObject = new float[batch];
/// Targets targets = new Targets().Labels(classes).Values("box", boxes, isObject);
/// …
/// StepResult step = model.TrainStep(inputs, targets, optimizer);
/// </code>
/// With weights a loss is Σ wᵢ·lᵢ / Σ wᵢ over the samples, where lᵢ is the mean over the values (or labels) of sample i. In PyTorch: <c>reduction='none'</c>, the mean over all dimensions but the
/// first, then <c>(w * l).sum() / w.sum()</c>. With weights of 0 and 1 that is the mean over the samples that count; to divide a sum of per-sample losses by
/// another number n, as some detectors do, multiply the output's <see cref="OutputAttribute.Weight"/> or the rate accordingly. A loss with
/// <see cref="SoftmaxCrossEntropyAttribute.ClassWeights"/> or an ignored label divides by Σ wᵢ·(what the labels of i count for), as PyTorch does for the weights of labels. A sample of weight 0 is
/// left out whatever its targets are (they may be no numbers), but its labels must be labels; where all weights are 0 the loss is 0, and so is its gradient, where PyTorch's quotient would be no number.
/// </remarks>
public sealed class Targets
{
    private readonly List<Entry> _entries = [];

    /// <summary>What one output is to learn.</summary>
    internal readonly record struct Entry(string Output, ReadOnlyMemory<int> Labels, ReadOnlyMemory<float> Values, ReadOnlyMemory<float> Weights, bool IsLabels);

    /// <summary>The outputs that something was given for, in that order.</summary>
    public IEnumerable<string> Outputs => _entries.Select(e => e.Output);

    /// <summary>As a list, whose loops allocate nothing.</summary>
    internal List<Entry> Entries => _entries;

    /// <summary>Gives the class labels of the model's own output, in place of what was given for it before.</summary>
    /// <param name="labels">A class for each sample, or for each pixel or step where the output has several; read in each step.</param>
    /// <param name="weights">What each sample counts for, 0 or more; empty for 1 each.</param>
    /// <returns>This.</returns>
    public Targets Labels(ReadOnlyMemory<int> labels, ReadOnlyMemory<float> weights = default) => Labels(ModelInfo.OwnOutput, labels, weights);

    /// <summary>Gives the class labels of an output, in place of what was given for it before.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="labels">A class for each sample, or for each pixel or step where the output has several; read in each step.</param>
    /// <param name="weights">What each sample counts for, 0 or more; empty for 1 each.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public Targets Labels(string output, ReadOnlyMemory<int> labels, ReadOnlyMemory<float> weights = default) => Set(new Entry(output, labels, default, weights, IsLabels: true));

    /// <summary>Gives the float targets of the model's own output, in place of what was given for it before.</summary>
    /// <param name="values">What the output should be, NCHW, sample after sample; for a classifier the share of each class; read in each step.</param>
    /// <param name="weights">What each sample counts for, 0 or more; empty for 1 each.</param>
    /// <returns>This.</returns>
    public Targets Values(ReadOnlyMemory<float> values, ReadOnlyMemory<float> weights = default) => Values(ModelInfo.OwnOutput, values, weights);

    /// <summary>Gives the float targets of an output, in place of what was given for it before.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="values">What the output should be, NCHW, sample after sample; for a classifier the share of each class; read in each step.</param>
    /// <param name="weights">What each sample counts for, 0 or more; empty for 1 each.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public Targets Values(string output, ReadOnlyMemory<float> values, ReadOnlyMemory<float> weights = default) => Set(new Entry(output, default, values, weights, IsLabels: false));

    /// <summary>What was given for an output.</summary>
    internal Entry? Find(string output)
    {
        foreach (Entry entry in _entries)
        {
            if (entry.Output == output)
            {
                return entry;
            }
        }

        return null;
    }

    private Targets Set(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry.Output, "output");
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Output == entry.Output)
            {
                _entries[i] = entry;
                return this;
            }
        }

        _entries.Add(entry);
        return this;
    }
}
