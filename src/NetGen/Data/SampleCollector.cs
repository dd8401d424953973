namespace NetGen;

/// <summary>Gathers samples, checking each against the first.</summary>
internal sealed class SampleCollector
{
    private readonly IReadOnlyList<int> _inputShape;
    private readonly int _inputSize;
    private readonly long _maxBytes;
    private readonly List<Sample> _samples = [];
    private int _labelSize;
    private int _targetSize;

    /// <summary>Nothing gathered yet.</summary>
    public SampleCollector(IReadOnlyList<int> inputShape, long maxBytes)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        if (inputShape.Count == 0 || inputShape.Any(s => s < 1))
        {
            throw new ArgumentException($"expected one size or more, each at least 1, actual {ShapeText.Of(inputShape)}", nameof(inputShape));
        }

        _inputShape = [.. inputShape];
        _inputSize = _inputShape.Aggregate(1, (product, size) => checked(product * size));
        _maxBytes = maxBytes;
    }

    /// <summary>Copies a sample.</summary>
    public void Add(Sample sample)
    {
        int labels = sample.Labels?.Length ?? 0;
        int targets = sample.Targets?.Length ?? 0;
        if (sample.Input is null || labels + targets == 0)
        {
            throw Wrong($"expected an input with labels or targets, actual {(sample.Input is null ? "no input" : "an input alone")}");
        }

        if (sample.Input.Length != _inputSize)
        {
            throw Wrong($"expected {_inputSize} floats for an input of shape {ShapeText.Of(_inputShape)}, actual {sample.Input.Length}");
        }

        if (_samples.Count == 0)
        {
            (_labelSize, _targetSize) = (labels, targets);
        }
        else if (labels != _labelSize || targets != _targetSize)
        {
            throw Wrong($"expected {_labelSize} labels and {_targetSize} targets as in sample 0, actual {labels} and {targets}");
        }

        // Labels are as long as floats.
        long each = sizeof(float) * ((long)_inputSize + labels + targets);
        if ((_samples.Count + 1) * each > _maxBytes)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"expected samples of at most {_maxBytes} bytes in all, actual more: {_samples.Count + 1} samples of {each} bytes"));
        }

        _samples.Add(sample.Labels is { } given ? Sample.Of([.. sample.Input], [.. given]) : Sample.Of([.. sample.Input], (float[])[.. sample.Targets!]));
    }

    /// <summary>What was gathered, as a set.</summary>
    public Dataset ToDataset(IReadOnlyList<string>? classNames) => _samples.Count > 0
        ? new SampleDataset(_inputShape, _labelSize, _targetSize, [.. _samples]) { ClassNames = classNames }
        : throw new ArgumentException("expected one sample or more, actual 0", "samples");

    private ArgumentException Wrong(FormattableString problem) =>
        new(FormattableString.Invariant($"sample {_samples.Count}: {FormattableString.Invariant(problem)}"), "samples");
}
