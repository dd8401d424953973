namespace NetGen;

/// <summary>Mirrors some images left to right.</summary>
internal sealed class RandomHorizontalFlip(ImageShape shape, float probability)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        if (random.NextSingle() < probability)
        {
            shape.FlipHorizontally(input);
        }
    }
}
