namespace NetGen;

/// <summary>
/// One part of a loss of one's own: a function of the values at one output, times a weight. Its gradient is added to what is there, so that several terms over the same output, or further code, add
/// up. <see cref="Compute"/> is an <see cref="OutputLoss"/>: <c>net.InputGradients(images, term.Compute, byImage)</c>.
/// </summary>
/// <remarks>Derive from it for a term of your own. A term keeps memory between calls, so one thread at a time may use it.</remarks>
public abstract class LossTerm
{
    /// <summary>A term over an output.</summary>
    /// <param name="output">The output's name, as in <see cref="OutputAttribute"/>; <see cref="ModelInfo.OwnOutput"/> for the model's own.</param>
    /// <param name="weight">What value and gradient are multiplied with: 0 or more, and finite.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is out of range.</exception>
    protected LossTerm(string output, double weight)
    {
        ArgumentNullException.ThrowIfNull(output);
        Output = output;
        Weight = weight;
    }

    /// <summary>The output's name.</summary>
    public string Output { get; }

    /// <summary>What value and gradient are multiplied with: 0 or more, and finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Weight
    {
        get;
        set => field = Check.NotNegative(value, nameof(Weight));
    }

    /// <summary>The value that was computed last, without the weight; not a number before.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Computes the term over a batch.</summary>
    /// <param name="outputs">The outputs of the batch.</param>
    /// <param name="gradients">To what is there at this term's output, the weight times the gradient by it is added.</param>
    /// <returns>The weight times the value.</returns>
    /// <exception cref="ArgumentNullException">A set is missing.</exception>
    /// <exception cref="ArgumentException">There is no such output, its shape does not suit the term, or the sets are of different models or batches.</exception>
    public double Compute(OutputSet outputs, OutputSet gradients)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(gradients);
        gradients.CheckFor(outputs.Model, nameof(gradients));
        if (gradients.Batch != outputs.Batch)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected gradients for the {outputs.Batch} samples of the outputs, actual {gradients.Batch}"), nameof(gradients));
        }

        TensorInfo output = outputs.Model.Outputs[outputs.Model.IndexOfOutput(Output, nameof(outputs))];
        Value = Add(outputs[Output], output.Shape, Weight, gradients[Output]);
        return Weight * Value;
    }

    /// <summary>Computes the value, and adds the weight times its gradient.</summary>
    /// <param name="values">The values, NCHW, sample after sample.</param>
    /// <param name="shape">A sample's shape: channels, height, width; or features alone.</param>
    /// <param name="weight">What the gradient is multiplied with before it is added.</param>
    /// <param name="gradients">As many as values; what is there is added to.</param>
    /// <returns>The value, without the weight; usually a mean over the samples.</returns>
    /// <exception cref="ArgumentException">The shape does not suit the term.</exception>
    protected abstract double Add(ReadOnlySpan<float> values, IReadOnlyList<int> shape, double weight, Span<float> gradients);
}
