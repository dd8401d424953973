using NetGen.Runtime;

namespace NetGen;

public abstract unsafe partial class Model
{
    private ExplanationWorkspace? _explanation;

    /// <summary>
    /// Computes the gradient of a sum of outputs by the values at a tag, for a batch of any size, of what <see cref="Predict(ReadOnlySpan{float}, Span{float})"/> computes: batch norms use their running
    /// statistics, and dropout does nothing. Parameters, their gradients, running statistics and the noise of training stay as they are.
    /// </summary>
    /// <param name="tag">A tag of the model's own with <see cref="TagAttribute.Gradient"/>.</param>
    /// <param name="inputs">Whole images, one after the other, NCHW.</param>
    /// <param name="outputGradients">
    /// The gradient by each value of the model's own output, NCHW: a 1 at a class and 0 elsewhere for the gradient of that class's score. Outputs are logits where the model ends in
    /// <see cref="SoftmaxCrossEntropyAttribute"/> or <see cref="BinaryCrossEntropyAttribute"/>.
    /// </param>
    /// <param name="gradients">Receives the gradient by the values at the tag, NCHW: as many as images times <see cref="TensorInfo.Size"/>.</param>
    /// <param name="values">Receives the values at the tag, in the same order; may be empty. Those of <see cref="Features"/> up to rounding.</param>
    /// <param name="outputs">Receives the outputs; may be empty. Those of <see cref="Predict(ReadOnlySpan{float}, Span{float})"/> up to rounding.</param>
    /// <exception cref="ArgumentException">There is no such tag, it has no gradient, a length is no whole number of images, or the lengths disagree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model.</exception>
    /// <remarks>The same bits whatever the number of threads. After the first call, calls with as many threads allocate nothing.</remarks>
    public void FeatureGradients(string tag, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> gradients, Span<float> values = default, Span<float> outputs = default)
    {
        using Gate.Use use = _gate.Enter();
        int index = IndexOfGradient(tag);
        int size = Description.Tags[index].Size;
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        CheckWords(inputs, nameof(inputs));
        CheckLength(outputGradients.Length, batch, Description.OutputSize, "outputs", nameof(outputGradients));
        CheckLength(gradients.Length, batch, size, "values", nameof(gradients));
        if (values.Length > 0)
        {
            CheckLength(values.Length, batch, size, "values", nameof(values));
        }

        if (outputs.Length > 0)
        {
            CheckLength(outputs.Length, batch, Description.OutputSize, "outputs", nameof(outputs));
        }

        _explanation ??= new ExplanationWorkspace(this);
        fixed (float* x = inputs, dy = outputGradients, da = gradients, a = values, y = outputs)
        {
            _explanation.Run(new StepContext { Inputs = x, OutputGradients = dy, FeatureGradients = da, Features = a, Outputs = y, Tag = index + 1, Batch = batch });
        }
    }

    /// <summary>The place of a tag that has a gradient.</summary>
    internal int IndexOfGradient(string tag)
    {
        int index = Description.IndexOfTag(tag);
        return Description.Tags[index].HasGradient
            ? index
            : throw new ArgumentException($"expected a tag of {Description.Name} that has a gradient, actual \"{tag}\": declare it as [Tag(\"{tag}\", Gradient = true)]", nameof(tag));
    }
}
