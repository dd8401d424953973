namespace NetGen;

/// <summary>
/// The soft dice loss of segmentation, for (C, H, W) or (F): how little the predicted regions overlap with the true ones, which does not depend on how large they are; the last layer.
/// </summary>
/// <remarks>
/// <para>1 − mean of D over the images of the batch and the channels, with D = (2·Σ p·t + Smooth) / (Σ p² + Σ t² + Smooth) and sums over the pixels of one image (Milletari et al.
/// 2016, section 3, there for one channel and without Smooth). p is the softmax over the channels, and targets are class labels, or floats with the share of each class; with
/// <see cref="Sigmoid"/> p is the sigmoid of each value, and targets are floats from 0 to 1 of the output's shape. It applies these itself: the layer before it gives logits, and so do
/// predictions.</para>
/// <para>PyTorch has none; MONAI's <c>DiceLoss(squared_pred=True, smooth_nr=Smooth, smooth_dr=Smooth)</c> with <c>softmax</c> or <c>sigmoid</c>.</para>
/// </remarks>
public sealed class DiceAttribute : LayerAttribute
{
    /// <summary>Whether each channel is a region of its own, by the sigmoid, so that regions may overlap; otherwise each pixel is of one class, by the softmax.</summary>
    public bool Sigmoid { get; set; }

    /// <summary>What is added to both sides of the fraction, so that a region which is neither there nor predicted counts as found. At least 0 and finite.</summary>
    public float Smooth { get; set; } = 1f;

    /// <summary>The label of pixels that are left out of all sums, such as 255 for those that nobody named. Unless it is set, every label must be a class.</summary>
    public int IgnoreIndex { get; set; } = -1;
}
