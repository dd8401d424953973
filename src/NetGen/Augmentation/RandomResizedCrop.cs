namespace NetGen;

/// <summary>torchvision's <c>RandomResizedCrop</c>: shows a part of an image, enlarged to the image's own size.</summary>
internal sealed class RandomResizedCrop(ImageShape shape, Interval scale, Interval ratio)
{
    private const int Attempts = 10;

    private readonly Border _border = new(FillMode.Nearest, null, shape.Channels);

    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        Box box = Draw(ref random);
        ImageShape window = new(shape.Channels, box.Height, box.Width);

        // The part is copied out: what is around it must not be seen at its borders.
        Span<float> part = Scratch.Floats(window.Channels * window.Plane);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int row = 0; row < box.Height; row++)
            {
                shape.Row(input, channel, box.Top + row)[box.Left..box.Right].CopyTo(window.Row(part, channel, row));
            }
        }

        AffineResampler.Apply(part, window, input, shape, Enlargement(window), _border);
    }

    /// <summary>The part: a share of the area and a ratio of width to height that fit, or else a part in the middle.</summary>
    private Box Draw(ref RandomSource random)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double area = shape.Plane * scale.Draw(ref random);
            double sides = ratio.DrawRatio(ref random);
            double width = Math.Round(Math.Sqrt(area * sides));
            double height = Math.Round(Math.Sqrt(area / sides));
            if (width > 0 && width <= shape.Width && height > 0 && height <= shape.Height)
            {
                return At(random.Next(shape.Height - (int)height + 1), random.Next(shape.Width - (int)width + 1), (int)height, (int)width);
            }
        }

        return Middle();
    }

    /// <summary>The largest part in the middle with an allowed ratio.</summary>
    private Box Middle()
    {
        double own = (double)shape.Width / shape.Height;
        int width = own > ratio.Max ? Math.Max(1, (int)Math.Round(shape.Height * ratio.Max)) : shape.Width;
        int height = own < ratio.Min ? Math.Max(1, (int)Math.Round(shape.Width / ratio.Min)) : shape.Height;
        return At((shape.Height - height) / 2, (shape.Width - width) / 2, height, width);
    }

    private static Box At(int top, int left, int height, int width) => new(top, left, top + height, left + width);

    /// <summary>Pixels are squares whose corners meet those of the part, as with PyTorch's <c>align_corners=False</c>.</summary>
    private AffineMatrix Enlargement(ImageShape window)
    {
        double x = (double)window.Width / shape.Width;
        double y = (double)window.Height / shape.Height;
        return new AffineMatrix(x, 0, (x - 1) / 2, 0, y, (y - 1) / 2);
    }
}
