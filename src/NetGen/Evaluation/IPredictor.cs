namespace NetGen;

/// <summary>
/// What gives outputs for inputs: a <see cref="Model"/>, a <see cref="Predictor"/>, an <see cref="Ensemble"/> of them, a <see cref="TestTimeAugmentation"/>, or a class of one's own.
/// </summary>
public interface IPredictor
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Channels, height, width; or features alone.</summary>
    IReadOnlyList<int> InputShape { get; }

    /// <summary>The same for the output. Of a classifier the first size is the number of classes, and further ones are those of the image that has a class at each pixel.</summary>
    IReadOnlyList<int> OutputShape { get; }

    /// <summary>
    /// Whether the outputs are the probabilities of the classes. Otherwise they are logits, or no classes at all. Of a <see cref="Model"/> it is so where it ends in
    /// <see cref="SoftmaxAttribute"/> without a loss.
    /// </summary>
    bool GivesProbabilities { get; }

    /// <summary>Computes the outputs for a batch of any size.</summary>
    /// <param name="inputs">Whole inputs, one after the other, NCHW.</param>
    /// <param name="outputs">Exactly as many outputs.</param>
    /// <exception cref="ArgumentException">A length is no whole number of inputs, or the lengths disagree.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);
}
