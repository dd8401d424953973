namespace NetGen;

/// <summary>
/// Random changes of training images that have a class at each pixel, for <see cref="Trainer.PixelTransform"/>: labels go where their pixels go, as with torchvision's transforms of
/// an image and its <c>Mask</c>. What leaves pixels at their places (colour, noise, covers) is <see cref="Augmentation"/>'s, for <see cref="Trainer.Transform"/>.
/// </summary>
/// <remarks>
/// <code>
/// trainer.PixelTransform = PixelAugmentation.RandomHorizontalFlip(train.InputShape)
///     + PixelAugmentation.RandomAffine(train.InputShape, scale: (0.8f, 1.4f), translate: (0.1f, 0.1f), fillLabel: 255);
/// </code>
/// One transform may serve several trainers and threads at a time.
/// </remarks>
public static class PixelAugmentation
{
    /// <summary>Mirrors some images and their labels left to right: torchvision's <c>RandomHorizontalFlip</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="probability">How likely an image is mirrored, from 0 to 1.</param>
    /// <returns>The transform; it takes one random number an image and refuses an image of another size, or other than a label a pixel.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static PixelTransform RandomHorizontalFlip(IReadOnlyList<int> shape, float probability = 0.5f)
    {
        ImageShape image = ImageShape.Of(shape);
        return new RandomHorizontalFlip(image, AugmentationCheck.Probability(probability, nameof(probability))).Apply;
    }

    /// <summary>
    /// Scales, slants, turns and moves an image and its labels about the centre: torchvision's <c>RandomAffine</c>. Pixels are interpolated bilinearly; a label is that of the nearest pixel,
    /// and where the constant is seen, <paramref name="fillLabel"/>.
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="fillLabel">The label of what is beyond the image's border: the loss's <c>IgnoreIndex</c>, say.</param>
    /// <param name="degrees">The rotation's range in either direction, from 0 to 360.</param>
    /// <param name="translate">How far it moves in either direction, as fractions of width and height from 0 to 1, rounded to whole pixels; not at all where absent.</param>
    /// <param name="scale">How much larger it becomes, finite and over 0; it keeps its size where absent.</param>
    /// <param name="shear">Degrees along x in either direction, from 0 to under 90.</param>
    /// <param name="fill">The value beyond the border in each channel, 0 where absent.</param>
    /// <returns>The transform; it takes five random numbers an image and refuses an image of another size, or other than a label a pixel.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static PixelTransform RandomAffine(
        IReadOnlyList<int> shape,
        int fillLabel,
        float degrees = 0,
        (float X, float Y)? translate = null,
        (float Min, float Max)? scale = null,
        float shear = 0,
        IReadOnlyList<float>? fill = null)
    {
        NetGen.RandomAffine change = NetGen.RandomAffine.Of(shape, degrees, translate, scale, shear, FillMode.Constant, fill);
        return (Span<float> input, Span<int> labels, ref RandomSource random) => change.Apply(input, labels, fillLabel, ref random);
    }
}
