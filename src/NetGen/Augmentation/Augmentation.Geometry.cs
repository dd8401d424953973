namespace NetGen;

/// <content>Where pixels are.</content>
public static partial class Augmentation
{
    /// <summary>
    /// Keras's <c>ImageDataGenerator</c>: turns, moves, slants and scales an image by one bilinear resampling, then mirrors it and changes its values. A range
    /// of 0 changes nothing.
    /// </summary>
    /// <remarks>
    /// A pixel (x, y), counted from the image's centre, is looked up at rotation · shift · shear · zoom · (x, y), as in <c>apply_affine_transform</c>. The width's shift
    /// moves columns and the height's rows, as Keras documents; some of its versions have them the other way round.
    /// </remarks>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="rotationRange">Degrees in either direction, from 0 to 360.</param>
    /// <param name="widthShiftRange">A fraction of the width in either direction, from 0 to under 1. Pixels, which Keras takes from 1 on, are refused.</param>
    /// <param name="heightShiftRange">A fraction of the height in either direction, from 0 to under 1.</param>
    /// <param name="brightnessRange">All values are multiplied by a number from the range and clamped to 0 and 1, so that they must be from 0 to 1 before; for
    /// normalised ones see <see cref="InPixelSpace"/>.</param>
    /// <param name="shearRange">Degrees in either direction, from 0 to under 90.</param>
    /// <param name="zoomRange">The look-up's scales by x and by y are each from 1 - zoom to 1 + zoom, apart from each other; from 0 to under 1. Scales over 1 shrink what is seen.</param>
    /// <param name="channelShiftRange">One number up to this, in either direction, is added to all values, which stay between the image's least and greatest; in the unit of the values.</param>
    /// <param name="fillMode">What is seen beyond the image's border.</param>
    /// <param name="fill">With <see cref="FillMode.Constant"/> the value beyond the border in each channel, 0 where absent; images come normalised, so black is
    /// <see cref="ImageDataset.ValuesOf"/> of 0. Absent with other modes.</param>
    /// <param name="horizontalFlip">Whether every second image, by chance, is mirrored left to right.</param>
    /// <param name="verticalFlip">Whether every second image, by chance, is mirrored top to bottom.</param>
    /// <returns>The transform; it refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform ImageDataGenerator(
        IReadOnlyList<int> shape,
        float rotationRange = 0,
        float widthShiftRange = 0,
        float heightShiftRange = 0,
        (float Min, float Max)? brightnessRange = null,
        float shearRange = 0,
        float zoomRange = 0,
        float channelShiftRange = 0,
        FillMode fillMode = FillMode.Nearest,
        IReadOnlyList<float>? fill = null,
        bool horizontalFlip = false,
        bool verticalFlip = false)
    {
        ImageShape image = ImageShape.Of(shape);
        ImageDataGeneratorSettings settings = new()
        {
            Rotation = AugmentationCheck.Degrees(rotationRange, 360, nameof(rotationRange)),
            WidthShift = Check.UnderOne(widthShiftRange, nameof(widthShiftRange)),
            HeightShift = Check.UnderOne(heightShiftRange, nameof(heightShiftRange)),
            Brightness = brightnessRange is { } range ? AugmentationCheck.FactorRange(range, nameof(brightnessRange)) : null,
            Shear = AugmentationCheck.Shear(shearRange, nameof(shearRange)),
            Zoom = Check.UnderOne(zoomRange, nameof(zoomRange)),
            ChannelShift = Check.NotNegative(channelShiftRange, nameof(channelShiftRange)),
            HorizontalFlip = horizontalFlip,
            VerticalFlip = verticalFlip,
        };
        return new ImageDataGenerator(image, settings, new Border(fillMode, fill, image.Channels)).Apply;
    }

    /// <summary>Turns an image about its centre, by bilinear interpolation: torchvision's <c>RandomRotation</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="degrees">The range in either direction, from 0 to 360.</param>
    /// <param name="fillMode">What is seen beyond the image's border; a constant, as there, where not said otherwise.</param>
    /// <param name="fill">With <see cref="FillMode.Constant"/> the value beyond the border in each channel, 0 where absent. Absent with other modes.</param>
    /// <returns>The transform; it takes one random number an image and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomRotation(IReadOnlyList<int> shape, float degrees, FillMode fillMode = FillMode.Constant, IReadOnlyList<float>? fill = null)
    {
        ImageShape image = ImageShape.Of(shape);
        Interval range = Interval.Around0(AugmentationCheck.Degrees(degrees, 360, nameof(degrees)));
        return new RandomRotation(image, range, new Border(fillMode, fill, image.Channels)).Apply;
    }

    /// <summary>Scales, slants, turns and moves an image about its centre by one bilinear resampling: torchvision's <c>RandomAffine</c>.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="degrees">The rotation's range in either direction, from 0 to 360.</param>
    /// <param name="translate">How far it moves in either direction, as fractions of width and height from 0 to 1, rounded to whole pixels; not at all where absent.</param>
    /// <param name="scale">How much larger it becomes, finite and over 0; it keeps its size where absent.</param>
    /// <param name="shear">Degrees along x in either direction, from 0 to under 90.</param>
    /// <param name="fillMode">What is seen beyond the image's border; a constant, as there, where not said otherwise.</param>
    /// <param name="fill">With <see cref="FillMode.Constant"/> the value beyond the border in each channel, 0 where absent. Absent with other modes.</param>
    /// <returns>The transform; it takes five random numbers an image and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomAffine(
        IReadOnlyList<int> shape,
        float degrees,
        (float X, float Y)? translate = null,
        (float Min, float Max)? scale = null,
        float shear = 0,
        FillMode fillMode = FillMode.Constant,
        IReadOnlyList<float>? fill = null)
    {
        return NetGen.RandomAffine.Of(shape, degrees, translate, scale, shear, fillMode, fill).Apply;
    }

    /// <summary>
    /// Shows a random part of an image at the image's own size, by bilinear interpolation: torchvision's <c>RandomResizedCrop</c>. Ten parts are tried; if none fits, the largest part in the
    /// middle with an allowed ratio is taken.
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="scale">The part's share of the area, over 0 and up to 1; from 0.08 to 1 where absent.</param>
    /// <param name="ratio">The part's ratio of width to height, finite and over 0; from 3/4 to 4/3 where absent.</param>
    /// <returns>The transform; it refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomResizedCrop(IReadOnlyList<int> shape, (float Min, float Max)? scale = null, (float Min, float Max)? ratio = null) =>
        new RandomResizedCrop(ImageShape.Of(shape), AugmentationCheck.ShareRange(scale ?? (0.08f, 1), nameof(scale)), AugmentationCheck.PositiveRange(ratio ?? (3f / 4, 4f / 3), nameof(ratio))).Apply;

    /// <summary>
    /// Covers a random rectangle of some images: torchvision's <c>RandomErasing</c> (Zhong et al. 2020, "Random Erasing Data Augmentation", algorithm 1). If ten rectangles do not fit, the
    /// image stays.
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="probability">How likely an image is changed, from 0 to 1.</param>
    /// <param name="scale">The rectangle's share of the area, over 0 and up to 1; from 0.02 to 0.33 where absent.</param>
    /// <param name="ratio">The rectangle's ratio of height to width, finite and over 0; from 0.3 to 3.3 where absent.</param>
    /// <param name="fill">The cover's value in each channel; 0 where absent.</param>
    /// <returns>The transform; it refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform RandomErasing(
        IReadOnlyList<int> shape, float probability = 0.5f, (float Min, float Max)? scale = null, (float Min, float Max)? ratio = null, IReadOnlyList<float>? fill = null)
    {
        ImageShape image = ImageShape.Of(shape);
        return new RandomErasing(
            image,
            AugmentationCheck.Probability(probability, nameof(probability)),
            AugmentationCheck.ShareRange(scale ?? (0.02f, 0.33f), nameof(scale)),
            AugmentationCheck.PositiveRange(ratio ?? (0.3f, 3.3f), nameof(ratio)),
            AugmentationCheck.PerChannel(fill, image.Channels, nameof(fill))).Apply;
    }

    /// <summary>
    /// Covers a square of every image whose centre is any of its pixels; what lies outside is cut off (DeVries and Taylor 2017, "Improved Regularization of Convolutional Neural Networks with
    /// Cutout", section 3.1).
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="size">The square's side in pixels, from 1 to twice the larger of height and width; 16 in the paper for CIFAR-10, 8 for CIFAR-100.</param>
    /// <param name="fill">The cover's value in each channel; 0 where absent, which is the mean colour of normalised images, as in the paper.</param>
    /// <returns>The transform; it takes two random numbers an image and refuses an image of another size.</returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static InputTransform Cutout(IReadOnlyList<int> shape, int size, IReadOnlyList<float>? fill = null)
    {
        ImageShape image = ImageShape.Of(shape);
        Check.InRange(size, 1, 2 * Math.Max(image.Height, image.Width), nameof(size));
        return new Cutout(image, size, AugmentationCheck.PerChannel(fill, image.Channels, nameof(fill))).Apply;
    }
}
