namespace NetGen;

/// <summary>Looks the label of every pixel up in another place: that of the nearest pixel, since between two classes there is none.</summary>
internal static class LabelResampler
{
    /// <summary>Resamples labels in place.</summary>
    /// <param name="labels">A label a pixel.</param>
    /// <param name="shape">The image's sizes.</param>
    /// <param name="matrix">Where a pixel is looked up.</param>
    /// <param name="outside">The label where <see cref="AffineResampler"/> shows the border's constant: beyond the outermost pixels' centres.</param>
    public static void Apply(Span<int> labels, ImageShape shape, in AffineMatrix matrix, int outside)
    {
        Span<int> source = Scratch.Numbers(labels.Length);
        labels.CopyTo(source);
        for (int row = 0; row < shape.Height; row++)
        {
            Span<int> line = labels.Slice(row * shape.Width, shape.Width);
            double xStart = (matrix.XY * row) + matrix.X;
            double yStart = (matrix.YY * row) + matrix.Y;
            for (int column = 0; column < line.Length; column++)
            {
                double x = (matrix.XX * column) + xStart;
                double y = (matrix.YX * column) + yStart;
                line[column] = x >= 0 && x <= shape.Width - 1 && y >= 0 && y <= shape.Height - 1
                    ? source[((int)(y + 0.5) * shape.Width) + (int)(x + 0.5)]
                    : outside;
            }
        }
    }
}
