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
}
