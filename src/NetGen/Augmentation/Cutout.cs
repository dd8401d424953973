namespace NetGen;

/// <summary>Covers a square whose centre lies anywhere in the image.</summary>
internal sealed class Cutout(ImageShape shape, int size, float[] fill)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        int top = random.Next(shape.Height) - (size / 2);
        int left = random.Next(shape.Width) - (size / 2);
        shape.Fill(input, Box.Clipped(top, left, size, size, shape), fill);
    }
}
