namespace NetGen;

/// <summary>Looks every pixel of an image up in another one, between pixels by bilinear interpolation.</summary>
/// <remarks>
/// A row's coordinates go along a line, so the columns whose four neighbours all lie in the source are one run: it needs no bounds, and the borders at its
/// sides are looked up one by one. Coordinates are multiplied anew for every pixel, not added up, and doubles: no error grows along a row.
/// </remarks>
internal static class AffineResampler
{
    /// <summary>Resamples an image in place.</summary>
    public static void Apply(Span<float> image, ImageShape shape, in AffineMatrix matrix, in Border border)
    {
        Span<float> source = Scratch.Floats(image.Length);
        image.CopyTo(source);
        Apply(source, shape, image, shape, matrix, border);
    }

    /// <summary>Resamples an image into another of as many channels.</summary>
    public static void Apply(
        ReadOnlySpan<float> source, ImageShape from, Span<float> destination, ImageShape to, in AffineMatrix matrix, in Border border)
    {
        for (int row = 0; row < to.Height; row++)
        {
            Line line = new(matrix.XX, (matrix.XY * row) + matrix.X, matrix.YX, (matrix.YY * row) + matrix.Y);
            (int first, int end) = InnerRun(line, from, to.Width);
            for (int column = 0; column < first; column++)
            {
                LookUp(source, from, destination, to, (row * to.Width) + column, line.At(column), border);
            }

            for (int column = first; column < end; column++)
            {
                Interpolate(source, from, destination, to, (row * to.Width) + column, line.At(column));
            }

            for (int column = end; column < to.Width; column++)
            {
                LookUp(source, from, destination, to, (row * to.Width) + column, line.At(column), border);
            }
        }
    }

    /// <summary>The columns that have all four neighbours: an estimate, then the truth, since coordinates round but never turn back.</summary>
    private static (int First, int End) InnerRun(in Line line, ImageShape from, int width)
    {
        double least = 0;
        double most = width;
        Narrow(line.XStep, line.X, from.Width - 1, ref least, ref most);
        Narrow(line.YStep, line.Y, from.Height - 1, ref least, ref most);
        if (!(least < most))
        {
            return (0, 0);
        }

        int first = Math.Max(0, (int)least - 1);
        int end = Math.Min(width, (int)most + 2);
        while (first < end && !IsInner(line.At(first), from))
        {
            first++;
        }

        while (first < end && !IsInner(line.At(end - 1), from))
        {
            end--;
        }

        return (first, end);
    }

    /// <summary>Where start + step · column lies from 0 to a limit.</summary>
    private static void Narrow(double step, double start, int limit, ref double least, ref double most)
    {
        if (step == 0)
        {
            most = start >= 0 && start < limit ? most : least;
            return;
        }

        double at0 = -start / step;
        double atLimit = (limit - start) / step;
        least = Math.Max(least, Math.Min(at0, atLimit));
        most = Math.Min(most, Math.Max(at0, atLimit));
    }

    private static bool IsInner((double X, double Y) place, ImageShape from) =>
        place.X >= 0 && place.X < from.Width - 1 && place.Y >= 0 && place.Y < from.Height - 1;

    private static void Interpolate(
        ReadOnlySpan<float> source, ImageShape from, Span<float> destination, ImageShape to, int pixel, (double X, double Y) place)
    {
        int left = (int)place.X;
        int top = (int)place.Y;
        float x = (float)(place.X - left);
        float y = (float)(place.Y - top);
        int upper = (top * from.Width) + left;
        for (int channel = 0; channel < to.Channels; channel++)
        {
            ReadOnlySpan<float> above = source.Slice(upper, 2);
            ReadOnlySpan<float> below = source.Slice(upper + from.Width, 2);
            destination[pixel] = Between(Between(above[0], above[1], x), Between(below[0], below[1], x), y);
            upper += from.Plane;
            pixel += to.Plane;
        }
    }

    private static void LookUp(
        ReadOnlySpan<float> source, ImageShape from, Span<float> destination, ImageShape to, int pixel, (double X, double Y) place, in Border border)
    {
        bool isConstant = border.Mode == FillMode.Constant;
        if (isConstant && !(place.X >= 0 && place.X <= from.Width - 1 && place.Y >= 0 && place.Y <= from.Height - 1))
        {
            for (int channel = 0; channel < to.Channels; channel++)
            {
                destination[(channel * to.Plane) + pixel] = border.Value(channel);
            }

            return;
        }

        double floorX = Math.Floor(place.X);
        double floorY = Math.Floor(place.Y);
        float x = (float)(place.X - floorX);
        float y = (float)(place.Y - floorY);

        // With a constant the place is in the image, and a neighbour beyond it counts for nothing.
        int left = border.Place((long)floorX, from.Width);
        int right = border.Place((long)floorX + 1, from.Width);
        int top = border.Place((long)floorY, from.Height);
        int bottom = border.Place((long)floorY + 1, from.Height);
        for (int channel = 0; channel < to.Channels; channel++)
        {
            ReadOnlySpan<float> plane = source.Slice(channel * from.Plane, from.Plane);
            ReadOnlySpan<float> above = plane.Slice(top * from.Width, from.Width);
            ReadOnlySpan<float> below = plane.Slice(bottom * from.Width, from.Width);
            destination[(channel * to.Plane) + pixel] = Between(Between(above[left], above[right], x), Between(below[left], below[right], x), y);
        }
    }

    /// <summary>Exactly the first where the share is 0, so that whole pixels stay as they are.</summary>
    private static float Between(float first, float second, float share) => first + ((second - first) * share);

    /// <summary>A row's coordinates in the source.</summary>
    private readonly record struct Line(double XStep, double X, double YStep, double Y)
    {
        public (double X, double Y) At(int column) => ((XStep * column) + X, (YStep * column) + Y);
    }
}
