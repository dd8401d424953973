namespace NetGen;

/// <summary>Room for one batch, made once and filled at every step.</summary>
internal sealed class BatchBuffer
{
    private readonly Dataset _dataset;
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private int _count;

    /// <summary>Makes the room.</summary>
    /// <param name="dataset">Where samples come from.</param>
    /// <param name="size">The most samples in a batch.</param>
    public BatchBuffer(Dataset dataset, int size)
    {
        _dataset = dataset;
        _inputs = new float[checked(size * dataset.InputSize)];
        _labels = new int[checked(size * dataset.LabelSize)];
        _targets = new float[checked(size * dataset.TargetSize)];
    }

    /// <summary>The samples in the batch.</summary>
    public int Count => _count;

    /// <summary>Their inputs, one after the other.</summary>
    public ReadOnlySpan<float> Inputs => _inputs.AsSpan(0, _count * _dataset.InputSize);

    /// <summary>Their labels; none where there are targets.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, _count * _dataset.LabelSize);

    /// <summary>Their targets; none where there are labels.</summary>
    public ReadOnlySpan<float> Targets => _targets.AsSpan(0, _count * _dataset.TargetSize);

    /// <summary>Empties the batch.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a sample.</summary>
    /// <param name="sample">Its place in the data set.</param>
    /// <returns>Its input, to be changed in place.</returns>
    public Span<float> Add(int sample)
    {
        int slot = _count++;
        Span<float> input = _inputs.AsSpan(slot * _dataset.InputSize, _dataset.InputSize);
        _dataset.CopyInput(sample, input);
        if (_dataset.LabelSize > 0)
        {
            _dataset.CopyLabels(sample, _labels.AsSpan(slot * _dataset.LabelSize, _dataset.LabelSize));
        }
        else
        {
            _dataset.CopyTargets(sample, _targets.AsSpan(slot * _dataset.TargetSize, _dataset.TargetSize));
        }

        return input;
    }

    /// <summary>Takes a training step with the batch.</summary>
    public StepResult Train(Model model, Optimizer optimizer) => _dataset.LabelSize > 0
        ? model.TrainStep(Inputs, Labels, optimizer)
        : model.TrainStep(Inputs, Targets, optimizer);

    /// <summary>Evaluates the batch.</summary>
    public StepResult Evaluate(Model model) => _dataset.LabelSize > 0
        ? model.Evaluate(Inputs, Labels)
        : model.Evaluate(Inputs, Targets);
}
