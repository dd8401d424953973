namespace NetGen;

/// <summary>
/// The loss of classification, for (C, H, W), (T, F) or (F): the cross entropy −Σ t·log softmax(x) over the channels, as the mean over the batch, and over the pixels
/// where the output is an image, or the steps where it is a sequence. PyTorch's <c>CrossEntropyLoss</c>; the last layer.
/// </summary>
/// <remarks>Targets are class labels, or floats with the share of each class, as mixup makes them. It takes the softmax itself: the layer before it gives logits, and so do predictions. <see cref="Logits.Softmax"/> turns them into
/// probabilities, <see cref="Logits.ArgMax(ReadOnlySpan{float})"/> into the best class.</remarks>
public sealed class SoftmaxCrossEntropyAttribute : LayerAttribute
{
    /// <summary>The part of the target that is spread over all classes. At least 0 and below 1.</summary>
    public float LabelSmoothing { get; set; }

    /// <summary>
    /// The label of what counts for nothing, such as 255 for pixels that nobody named: it adds nothing to loss, gradient and counts, and the mean goes over the others. Unless it is
    /// set, every label must be a class. A batch of nothing else has a loss that is no number, as in PyTorch (<c>ignore_index</c>). Of float targets nothing is left out.
    /// </summary>
    public int IgnoreIndex { get; set; } = -1;

    /// <summary>
    /// What each class counts for, as numbers with commas between, such as <c>"0.3, 1, 2.5"</c>; empty for 1 each. The loss is then the weighted mean
    /// Σ w[label]·loss / Σ w[label] over the batch; of float targets Σ w·t·(−log softmax(x)), as the mean over their number. PyTorch's <c>weight</c>. At least 0 and finite, one for each class.
    /// </summary>
    public string ClassWeights { get; set; } = "";
}
