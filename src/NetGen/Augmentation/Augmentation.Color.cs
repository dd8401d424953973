namespace NetGen;

/// <content>Values and colours.</content>
public static partial class Augmentation
{
    /// <summary>Normalises: (value - mean) / deviation of its channel, torchvision's <c>Normalize</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="mean">A value a channel.</param>
    /// <param name="deviation">A positive value a channel.</param>
    /// <returns>The transform; it takes no random number.</returns>
    /// <exception cref="ArgumentException">An argument is out of range, or there are not as many values as channels.</exception>
    public static InputTransform Normalize(IReadOnlyList<int> shape, IReadOnlyList<float> mean, IReadOnlyList<float> deviation) =>
        Scaling(shape, mean, deviation).Normalize;

    /// <summary>
    /// Applies a transform to the values as they were before they were normalised: value · deviation + mean, then the transform, then (value - mean) / deviation.
    /// <see cref="ColorJitter"/> wants values from 0 to 1 and data sets give normalised ones:
    /// <code>
    /// trainer.Transform = Augmentation.InPixelSpace(Augmentation.ColorJitter(shape, brightness: 0.4f), shape, Cifar10.Mean, Cifar10.Deviation);
    /// </code>
    /// </summary>
    /// <param name="transform">What is applied; a sum of several needs one wrapping. Its fills are values before normalisation too.</param>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="mean">The mean that was subtracted, a value a channel.</param>
    /// <param name="deviation">The deviation that was divided by, a positive value a channel.</param>
    /// <returns>The transform. Values that the inner one leaves alone may differ by rounding.</returns>
    /// <exception cref="ArgumentException">An argument is out of range, or there are not as many values as channels.</exception>
    public static InputTransform InPixelSpace(InputTransform transform, IReadOnlyList<int> shape, IReadOnlyList<float> mean, IReadOnlyList<float> deviation)
    {
        ArgumentNullException.ThrowIfNull(transform);
        return new InPixelSpace(transform, Scaling(shape, mean, deviation)).Apply;
    }

    /// <summary>
    /// Changes brightness, contrast, saturation and hue in random order: torchvision's <c>ColorJitter</c>. Values are from 0 to 1, and the first three clamp
    /// to that; for normalised ones see <see cref="InPixelSpace"/>.
    /// </summary>
    /// <param name="shape">Channels, height, width; 3 channels, red, green, blue, or 1 where saturation and hue stay.</param>
    /// <param name="brightness">The factor is from 1 - brightness, or 0, to 1 + brightness.</param>
    /// <param name="contrast">The factor is from 1 - contrast, or 0, to 1 + contrast.</param>
    /// <param name="saturation">The factor is from 1 - saturation, or 0, to 1 + saturation.</param>
    /// <param name="hue">How far the colours turn in either direction, in turns of the circle, from 0 to 0.5.</param>
    /// <returns>The transform; it refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform ColorJitter(IReadOnlyList<int> shape, float brightness = 0, float contrast = 0, float saturation = 0, float hue = 0)
    {
        ImageShape image = ImageShape.Of(shape);
        if (image.Channels != 3 && (image.Channels != 1 || saturation != 0 || hue != 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected 3 channels, or 1 without saturation and hue, actual {image.Channels}"), nameof(shape));
        }

        return new ColorJitter(
            image, Factors(brightness, nameof(brightness)), Factors(contrast, nameof(contrast)), Factors(saturation, nameof(saturation)),
            Interval.Around0(HalfTurn(hue, nameof(hue)))).Apply;

        static double HalfTurn(float value, string name) => value is >= 0 and <= 0.5f
            ? value
            : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"expected a number from 0 to 0.5, actual {value}"));

        static Interval Factors(float extent, string name) => new(Math.Max(0, 1 - Check.NotNegative(extent, name)), 1 + extent);
    }

    /// <summary>
    /// Adds a random colour to an image: the sum over components of α·s·p, with direction p, deviation s and α normal with a deviation of its own (Krizhevsky et
    /// al. 2012, "ImageNet Classification with Deep Convolutional Neural Networks", section 4.1). The paper writes the eigenvalue λ in the place of s, but that is in the
    /// values' unit squared; like the figures published for ImageNet, this takes its root.
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="components">The colours' directions, for example <see cref="ColorComponents.Of"/> the training set.</param>
    /// <param name="deviation">The deviation of α, 0.1 in the paper; finite and 0 or more.</param>
    /// <returns>The transform; it refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range, or the components have another number of channels.</exception>
    public static InputTransform PcaNoise(IReadOnlyList<int> shape, ColorComponents components, float deviation = 0.1f)
    {
        ImageShape image = ImageShape.Of(shape);
        ArgumentNullException.ThrowIfNull(components);
        return components.Deviations.Count == image.Channels
            ? new PcaNoise(image, components, Check.NotNegative(deviation, nameof(deviation))).Apply
            : throw new ArgumentException(
                FormattableString.Invariant($"expected components of {image.Channels} channels, actual {components.Deviations.Count}"), nameof(components));
    }

    /// <summary>Adds a normal number of mean 0 to every value: torchvision's <c>GaussianNoise</c> without its clamp.</summary>
    /// <param name="deviation">Its deviation, in the unit of the values; finite and 0 or more.</param>
    /// <returns>The transform, for inputs of any shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="deviation"/> is out of range.</exception>
    public static InputTransform GaussianNoise(float deviation) => new GaussianNoise(Check.NotNegative(deviation, nameof(deviation))).Apply;

    private static ChannelScaling Scaling(IReadOnlyList<int> shape, IReadOnlyList<float> mean, IReadOnlyList<float> deviation)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ImageShape image = ImageShape.Of(shape);
        return new ChannelScaling(
            image, AugmentationCheck.PerChannel(mean, image.Channels, nameof(mean)), AugmentationCheck.PositivePerChannel(deviation, image.Channels, nameof(deviation)));
    }
}
