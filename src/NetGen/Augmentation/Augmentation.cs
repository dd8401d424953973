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

    /// <summary>
    /// Mirrors half of the images left to right in the first epoch, by chance, and from then on in each epoch those that were not mirrored in the one before: over two epochs a network sees each
    /// image both ways, where independent choices repeat a half of them (Jordan 2024, "94% on CIFAR-10 in 3.29 Seconds on a Single GPU").
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <returns>
    /// The transform; it takes no random number and refuses an image of another size, and random numbers that were not made for an epoch and a sample
    /// (<see cref="RandomSource(ulong, int, int)"/>), as a <see cref="Trainer"/> makes them.
    /// </returns>
    /// <exception cref="ArgumentException">The shape is no image's.</exception>
    public static InputTransform AlternatingHorizontalFlip(IReadOnlyList<int> shape) => new AlternatingHorizontalFlip(ImageShape.Of(shape)).Apply;

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
    /// <see cref="ImageDataset.ValuesOf"/> of 0, and 0 is a border of the mean colour. Absent with other modes than <see cref="FillMode.Constant"/>.</param>
    /// <param name="fillMode">What the border is made of. <see cref="FillMode.Reflect"/> has the outermost pixels twice, which torchvision calls <c>symmetric</c>.</param>
    /// <returns>The transform; it takes two random numbers an image, for rows and for columns, and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range, or there are not as many fills as channels.</exception>
    public static InputTransform RandomCrop(IReadOnlyList<int> shape, int padding, IReadOnlyList<float>? fill = null, FillMode fillMode = FillMode.Constant)
    {
        ImageShape image = ImageShape.Of(shape);
        Check.InRange(padding, 0, Math.Min(image.Height, image.Width) - 1, nameof(padding));
        return new RandomCrop(image, padding, new Border(fillMode, fill, image.Channels)).Apply;
    }
}
