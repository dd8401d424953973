namespace NetGen;

/// <summary>What a <see cref="Metric"/> sees of a batch: outputs, and either labels or targets.</summary>
/// <remarks>
/// A prediction is an output's image, or one of its pixels where the output is an image: of the shape (classes) there are <see cref="Count"/>, of the shape
/// (classes, height, width) <see cref="Count"/> × height × width, image after image.
/// </remarks>
public readonly ref struct EvaluationBatch
{
    private readonly bool _inSteps;

    /// <summary>A batch with labels.</summary>
    /// <param name="outputShape">Classes; or classes, height, width; or steps, classes.</param>
    /// <param name="outputs">Whole outputs, one after the other, NCHW; logits or probabilities.</param>
    /// <param name="labels">The class of each prediction.</param>
    /// <param name="ignoreLabel">A label whose predictions are left out, such as 255 where nobody knows; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public EvaluationBatch(IReadOnlyList<int> outputShape, ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, int? ignoreLabel = null)
        : this(outputShape, outputs)
    {
        if (labels.Length != Predictions)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {Predictions} labels ({Count} × {Pixels}), actual {labels.Length}"), nameof(labels));
        }

        Labels = labels;
        IgnoreLabel = ignoreLabel;
    }

    /// <summary>A batch with targets.</summary>
    /// <param name="outputShape">Classes or features; or channels, height, width; or steps, features.</param>
    /// <param name="outputs">Whole outputs, one after the other, NCHW.</param>
    /// <param name="targets">What the outputs should be, or the share of each class; as many.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public EvaluationBatch(IReadOnlyList<int> outputShape, ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
        : this(outputShape, outputs)
    {
        if (targets.Length != outputs.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {outputs.Length} targets, actual {targets.Length}"), nameof(targets));
        }

        Targets = targets;
    }

    private EvaluationBatch(IReadOnlyList<int> outputShape, ReadOnlySpan<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputShape);
        int size = ShapeSize.Of(outputShape);
        if (outputShape.Count == 0 || size < 1)
        {
            throw new ArgumentException($"expected one size or more, each at least 1, actual {ShapeText.Of(outputShape)}", nameof(outputShape));
        }

        if (outputs.Length == 0 || outputs.Length % size != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected one or more outputs of shape {ShapeText.Of(outputShape)}, actual {outputs.Length} values"),
                nameof(outputs));
        }

        Classes = ShapeSize.ClassesOf(outputShape);
        Pixels = size / Classes;
        _inSteps = ShapeSize.IsSequence(outputShape);
        Count = outputs.Length / size;
        Outputs = outputs;
    }

    /// <summary>Samples in the batch.</summary>
    public int Count { get; }

    /// <summary>Classes, or features or channels where the outputs are no classes.</summary>
    public int Classes { get; }

    /// <summary>Predictions a sample: height × width of an output that is an image, the steps of a sequence, otherwise 1.</summary>
    public int Pixels { get; }

    /// <summary>Predictions in the batch, those with the ignored label included.</summary>
    public int Predictions => Count * Pixels;

    /// <summary>The outputs, NCHW.</summary>
    public ReadOnlySpan<float> Outputs { get; }

    /// <summary>The labels, one a prediction; empty where there are targets.</summary>
    public ReadOnlySpan<int> Labels { get; }

    /// <summary>The targets, NCHW; empty where there are labels.</summary>
    public ReadOnlySpan<float> Targets { get; }

    /// <summary>The label whose predictions are left out.</summary>
    public int? IgnoreLabel { get; }

    /// <summary>Whether a prediction is left out.</summary>
    /// <param name="prediction">The prediction, from 0.</param>
    /// <returns>Whether it has the ignored label.</returns>
    public bool IsIgnored(int prediction) => IgnoreLabel is { } ignored && Labels.Length > 0 && Labels[prediction] == ignored;

    /// <summary>A prediction's right class: its label, or the largest of its target's shares, of equal ones the first.</summary>
    /// <param name="prediction">The prediction, from 0.</param>
    /// <returns>The class.</returns>
    /// <exception cref="InvalidOperationException">The label is no class.</exception>
    public int LabelOf(int prediction)
    {
        if (Labels.Length == 0)
        {
            return Logits.ArgMaxOfRow(Targets[First(prediction)..], Classes, Stride);
        }

        int label = Labels[prediction];
        return (uint)label < (uint)Classes
            ? label
            : throw new InvalidOperationException(FormattableString.Invariant($"label {prediction} of the batch: expected a class from 0 to {Classes - 1}, actual {label}"));
    }

    /// <summary>The class that is predicted: the largest output, of equal ones the first; a NaN counts as the largest.</summary>
    /// <param name="prediction">The prediction, from 0.</param>
    /// <returns>The class.</returns>
    public int PredictedOf(int prediction) => Logits.ArgMaxOfRow(Outputs[First(prediction)..], Classes, Stride);

    /// <summary>The output for a class.</summary>
    /// <param name="prediction">The prediction, from 0.</param>
    /// <param name="label">The class.</param>
    /// <returns>The logit or the probability.</returns>
    public float OutputOf(int prediction, int label) => Outputs[First(prediction) + (label * Stride)];

    /// <summary>From a prediction's class to the next: those of a sequence's step follow each other.</summary>
    private int Stride => _inSteps ? 1 : Pixels;

    private int First(int prediction) => _inSteps ? prediction * Classes : (prediction / Pixels * Classes * Pixels) + (prediction % Pixels);
}
