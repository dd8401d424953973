namespace NetGen;

/// <summary>Where in the input a pixel of the output is looked up: (XX·x + XY·y + X, YX·x + YY·y + Y) for column x and row y.</summary>
/// <remarks>Rows count downward, so a positive angle of <see cref="Rotation"/> turns what is seen counter-clockwise.</remarks>
internal readonly record struct AffineMatrix(double XX, double XY, double X, double YX, double YY, double Y)
{
    public static AffineMatrix Identity => new(1, 0, 0, 0, 1, 0);

    /// <summary>Applies the second, then the first, as a product of matrices does.</summary>
    public static AffineMatrix operator *(AffineMatrix a, AffineMatrix b) => new(
        (a.XX * b.XX) + (a.XY * b.YX),
        (a.XX * b.XY) + (a.XY * b.YY),
        (a.XX * b.X) + (a.XY * b.Y) + a.X,
        (a.YX * b.XX) + (a.YY * b.YX),
        (a.YX * b.XY) + (a.YY * b.YY),
        (a.YX * b.X) + (a.YY * b.Y) + a.Y);

    /// <summary>Right angles are exact: whole pixels go to whole pixels.</summary>
    public static AffineMatrix Rotation(double degrees)
    {
        (double sin, double cos) = double.SinCosPi(degrees / 180);
        return new AffineMatrix(cos, -sin, 0, sin, cos, 0);
    }

    public static AffineMatrix Shift(double x, double y) => new(1, 0, x, 0, 1, y);

    public static AffineMatrix Zoom(double x, double y) => new(x, 0, 0, 0, y, 0);

    /// <summary>Keras's shear: rows are slanted and lose height.</summary>
    public static AffineMatrix KerasShear(double degrees)
    {
        (double sin, double cos) = double.SinCosPi(degrees / 180);
        return new AffineMatrix(1, -sin, 0, 0, cos, 0);
    }

    /// <summary>The look-up of torchvision's shear along x.</summary>
    public static AffineMatrix Shear(double degrees) => new(1, double.TanPi(degrees / 180), 0, 0, 1, 0);

    /// <summary>The same about the image's centre instead of its first pixel.</summary>
    public AffineMatrix AboutCentre(int height, int width)
    {
        double x = (width - 1) / 2.0;
        double y = (height - 1) / 2.0;
        return Shift(x, y) * this * Shift(-x, -y);
    }
}
