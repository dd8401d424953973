namespace NetGen;

/// <summary>torchvision's <c>RandomAffine</c>: turns, scales, slants and moves an image about its centre, and the labels of its pixels where it has them.</summary>
internal sealed class RandomAffine(ImageShape shape, double degrees, (double X, double Y) translate, Interval scale, double shear, Border border)
{
    /// <summary>Checks a user's words.</summary>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static RandomAffine Of(
        IReadOnlyList<int> shape, float degrees, (float X, float Y)? translate, (float Min, float Max)? scale, float shear, FillMode fillMode, IReadOnlyList<float>? fill)
    {
        ImageShape image = ImageShape.Of(shape);
        (float right, float down) = translate ?? (0, 0);
        return new RandomAffine(
            image,
            AugmentationCheck.Degrees(degrees, 360, nameof(degrees)),
            (AugmentationCheck.Probability(right, nameof(translate)), AugmentationCheck.Probability(down, nameof(translate))),
            AugmentationCheck.PositiveRange(scale ?? (1, 1), nameof(scale)),
            AugmentationCheck.Shear(shear, nameof(shear)),
            new Border(fillMode, fill, image.Channels));
    }

    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        AffineResampler.Apply(input, shape, Draw(ref random), border);
    }

    public void Apply(Span<float> input, Span<int> labels, int fillLabel, ref RandomSource random)
    {
        shape.CheckSize(input);
        shape.CheckLabels(labels);
        AffineMatrix matrix = Draw(ref random);
        AffineResampler.Apply(input, shape, matrix, border);
        LabelResampler.Apply(labels, shape, matrix, fillLabel);
    }

    /// <summary>
    /// The inverse of what is done to the image: scaled, slanted, turned clockwise by the angle, then moved (torchvision's <c>_get_inverse_affine_matrix</c>
    /// with a shear along x).
    /// </summary>
    public static AffineMatrix LookUp(ImageShape shape, double angle, (double X, double Y) translate, double scale, double shear)
    {
        AffineMatrix about = AffineMatrix.Zoom(1 / scale, 1 / scale) * AffineMatrix.Shear(shear) * AffineMatrix.Rotation(-angle);
        return about.AboutCentre(shape.Height, shape.Width) * AffineMatrix.Shift(-translate.X, -translate.Y);
    }

    private AffineMatrix Draw(ref RandomSource random)
    {
        double angle = Interval.Around0(degrees).Draw(ref random);

        // Whole pixels, as there.
        double right = Math.Round(Interval.Around0(translate.X * shape.Width).Draw(ref random));
        double down = Math.Round(Interval.Around0(translate.Y * shape.Height).Draw(ref random));
        double size = scale.Draw(ref random);
        double slant = Interval.Around0(shear).Draw(ref random);
        return LookUp(shape, angle, (right, down), size, slant);
    }
}
