namespace NetGen;

/// <summary>Mirrors some images left to right, and the labels of their pixels where they have them.</summary>
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

    public void Apply(Span<float> input, Span<int> labels, ref RandomSource random)
    {
        shape.CheckSize(input);
        shape.CheckLabels(labels);
        if (random.NextSingle() < probability)
        {
            shape.FlipHorizontally(input);
            for (int row = 0; row < shape.Height; row++)
            {
                labels.Slice(row * shape.Width, shape.Width).Reverse();
            }
        }
    }
}
