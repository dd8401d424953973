using System.Globalization;

namespace NetGen;

/// <summary>Samples that lie in arrays of floats, one after the other.</summary>
public sealed class TensorDataset : Dataset
{
    private readonly float[] _inputs;
    private readonly int[] _labels = [];
    private readonly float[] _targets = [];

    /// <summary>Samples with labels.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="inputs">All inputs; not copied.</param>
    /// <param name="labels">As many labels for each input, one or more; not copied.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public TensorDataset(IReadOnlyList<int> inputShape, float[] inputs, int[] labels)
        : base(inputShape, PerSample(inputShape, inputs, labels, nameof(labels)), 0)
    {
        _inputs = inputs;
        _labels = labels;
        Count = inputs.Length / InputSize;
    }

    /// <summary>Samples with targets.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="inputs">All inputs; not copied.</param>
    /// <param name="targets">As many floats for each input, one or more; not copied.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public TensorDataset(IReadOnlyList<int> inputShape, float[] inputs, float[] targets)
        : base(inputShape, 0, PerSample(inputShape, inputs, targets, nameof(targets)))
    {
        _inputs = inputs;
        _targets = targets;
        Count = inputs.Length / InputSize;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>Samples with a label each, from an array for each input.</summary>
    /// <param name="inputs">The inputs, all of the same length; copied.</param>
    /// <param name="labels">The label of each; not copied.</param>
    /// <param name="inputShape">Channels, height, width; features alone, as many as the first input has, where absent.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">There is no input, an input has another length, or there are not as many labels as inputs.</exception>
    public static TensorDataset FromRows(float[][] inputs, int[] labels, IReadOnlyList<int>? inputShape = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        if (inputs.Length == 0)
        {
            throw new ArgumentException("expected one input or more, actual 0", nameof(inputs));
        }

        if (labels.Length != inputs.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a label for each of {inputs.Length} inputs, actual {labels.Length}"), nameof(labels));
        }

        int size = inputShape?.Aggregate(1, (product, s) => checked(product * s)) ?? inputs[0]?.Length ?? 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i]?.Length != size)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"sample {i}: expected {size} floats, actual {inputs[i]?.Length.ToString(CultureInfo.InvariantCulture) ?? "null"}"),
                    nameof(inputs));
            }
        }

        float[] joined = new float[checked(inputs.Length * size)];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i].CopyTo(joined, i * size);
        }

        return new TensorDataset(inputShape ?? [size], joined, labels);
    }

    /// <inheritdoc/>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        _inputs.AsSpan(index * InputSize, InputSize).CopyTo(destination);
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        _labels.AsSpan(index * LabelSize, LabelSize).CopyTo(destination);
    }

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, TargetSize);
        _targets.AsSpan(index * TargetSize, TargetSize).CopyTo(destination);
    }

    /// <summary>Checks the lengths; how many labels or targets a sample has.</summary>
    private static int PerSample<T>(IReadOnlyList<int> inputShape, float[] inputs, T[] answers, string name)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(answers, name);
        long size = inputShape.Aggregate(1L, (product, s) => checked(product * s));
        if (size < 1 || inputs.Length == 0 || inputs.Length % size != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected one or more inputs of shape {ShapeText.Of(inputShape)}, actual {inputs.Length} floats"),
                nameof(inputs));
        }

        int count = (int)(inputs.Length / size);
        return answers.Length > 0 && answers.Length % count == 0
            ? answers.Length / count
            : throw new ArgumentException(FormattableString.Invariant($"expected the same number for each of {count} inputs, actual {answers.Length} in all"), name);
    }
}
