namespace NetGen;

/// <summary>torchvision's <c>RandomAffine</c>: turns, scales, slants and moves an image about its centre.</summary>
internal sealed class RandomAffine(ImageShape shape, double degrees, (double X, double Y) translate, Interval scale, double shear, Border border)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        double angle = Interval.Around0(degrees).Draw(ref random);

        // Whole pixels, as there.
        double right = Math.Round(Interval.Around0(translate.X * shape.Width).Draw(ref random));
        double down = Math.Round(Interval.Around0(translate.Y * shape.Height).Draw(ref random));
        double size = scale.Draw(ref random);
        double slant = Interval.Around0(shear).Draw(ref random);
        AffineResampler.Apply(input, shape, LookUp(shape, angle, (right, down), size, slant), border);
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
}
