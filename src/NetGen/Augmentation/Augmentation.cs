namespace NetGen;

/// <summary>Random changes of training images, for <see cref="Trainer.Transform"/>; they allocate nothing.</summary>
/// <remarks>
/// Several are added, and happen in that order:
/// <code>
/// trainer.Transform = Augmentation.RandomHorizontalFlip(train.InputShape)
///     + Augmentation.RandomCrop(train.InputShape, padding: 4, train.ValuesOf(0));
/// </code>
/// One transform may serve several trainers at a time.
/// </remarks>
public static class Augmentation
{
    /// <summary>Mirrors some images left to right: torchvision's <c>RandomHorizontalFlip</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="probability">How likely an image is mirrored, from 0 to 1.</param>
    /// <returns>The transform; it takes one random number an image and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomHorizontalFlip(IReadOnlyList<int> shape, float probability = 0.5f)
    {
        ImageShape image = ImageShape.Of(shape);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), FormattableString.Invariant($"expected a number from 0 to 1, actual {probability}"));
        }

        return new RandomHorizontalFlip(image, probability).Apply;
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
        float[] values = fill is null ? new float[image.Channels] : [.. fill];
        return values.Length == image.Channels
            ? new RandomCrop(image, padding, values).Apply
            : throw new ArgumentException(FormattableString.Invariant($"expected a value for each of {image.Channels} channels, actual {values.Length}"), nameof(fill));
    }
}
