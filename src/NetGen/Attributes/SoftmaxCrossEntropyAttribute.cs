namespace NetGen;

/// <summary>
/// The loss of classification: the cross entropy of the softmax over the channels, as the mean over the batch, and over the pixels
/// where the output is an image. PyTorch's <c>CrossEntropyLoss</c>; the last layer.
/// </summary>
public sealed class SoftmaxCrossEntropyAttribute : LayerAttribute
{
    /// <summary>The part of the target that is spread over all classes: at least 0, less than 1.</summary>
    public float LabelSmoothing { get; set; }
}
