namespace NetGen;

/// <summary>torchvision's <c>RandomErasing</c>: covers a rectangle of some images.</summary>
internal sealed class RandomErasing(ImageShape shape, float probability, Interval scale, Interval ratio, float[] fill)
{
    private const int Attempts = 10;

    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        if (random.NextSingle() >= probability)
        {
            return;
        }

        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double area = shape.Plane * scale.Draw(ref random);
            double sides = ratio.DrawRatio(ref random);
            double height = Math.Round(Math.Sqrt(area * sides));
            double width = Math.Round(Math.Sqrt(area / sides));
            if (height < shape.Height && width < shape.Width)
            {
                int top = random.Next(shape.Height - (int)height + 1);
                int left = random.Next(shape.Width - (int)width + 1);
                shape.Fill(input, Box.Clipped(top, left, (int)height, (int)width, shape), fill);
                return;
            }
        }
    }
}
