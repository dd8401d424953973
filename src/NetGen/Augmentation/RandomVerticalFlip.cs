namespace NetGen;

/// <summary>Mirrors some images top to bottom.</summary>
internal sealed class RandomVerticalFlip(ImageShape shape, float probability)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        if (random.NextSingle() < probability)
        {
            shape.FlipVertically(input);
        }
    }
}
