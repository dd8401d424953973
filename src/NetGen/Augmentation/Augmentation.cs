namespace NetGen;

/// <summary>Random changes of training images, for <see cref="Trainer.Transform"/>, and of batches; they allocate nothing once a thread has made one.</summary>
/// <remarks>
/// Several are added, and happen in that order:
/// <code>
/// trainer.Transform = Augmentation.RandomHorizontalFlip(train.InputShape)
///     + Augmentation.RandomCrop(train.InputShape, padding: 4, train.ValuesOf(0));
/// </code>
/// One transform may serve several trainers and threads at a time. What it does depends on the random numbers alone.
/// </remarks>
public static partial class Augmentation
{
    /// <summary>Mirrors some images left to right: torchvision's <c>RandomHorizontalFlip</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="probability">How likely an image is mirrored, from 0 to 1.</param>
    /// <returns>The transform; it takes one random number an image and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomHorizontalFlip(IReadOnlyList<int> shape, float probability = 0.5f)
    {
        ImageShape image = ImageShape.Of(shape);
        return new RandomHorizontalFlip(image, AugmentationCheck.Probability(probability, nameof(probability))).Apply;
    }

    /// <summary>Mirrors some images top to bottom: torchvision's <c>RandomVerticalFlip</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="probability">How likely an image is mirrored, from 0 to 1.</param>
    /// <returns>The transform; it takes one random number an image and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomVerticalFlip(IReadOnlyList<int> shape, float probability = 0.5f)
    {
        ImageShape image = ImageShape.Of(shape);
        return new RandomVerticalFlip(image, AugmentationCheck.Probability(probability, nameof(probability))).Apply;
    }

    /// <summary>
    /// Puts a border around an image and cuts a window of the image's own size out of that at a random place: torchvision's
    /// <c>RandomCrop(size, padding)</c>; with 4 pixels, as for CIFAR-10 by He et al. 2015 ("Deep Residual Learning", section 4.2).
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="padding">The border's pixels on each side, from 0 to one less than the smaller of height and width: the window
    /// always shows a part of the image.</param>
    /// <param name="fill">The border's value in each channel; 0 where absent. Images come normalised, so that a black border is
    /// <see cref="ImageDataset.ValuesOf"/> of 0, and 0 is a border of the mean colour.</param>
    /// <returns>The transform; it takes two random numbers an image, for rows and for columns, and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range, or there are not as many fills as channels.</exception>
    public static InputTransform RandomCrop(IReadOnlyList<int> shape, int padding, IReadOnlyList<float>? fill = null)
    {
        ImageShape image = ImageShape.Of(shape);
        Check.InRange(padding, 0, Math.Min(image.Height, image.Width) - 1, nameof(padding));
        return new RandomCrop(image, padding, AugmentationCheck.PerChannel(fill, image.Channels, nameof(fill))).Apply;
    }
}
