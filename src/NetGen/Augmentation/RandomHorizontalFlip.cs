namespace NetGen;

/// <summary>Mirrors some images left to right.</summary>
internal sealed class RandomHorizontalFlip(ImageShape shape, float probability)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        if (random.NextSingle() >= probability)
        {
            return;
        }

        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int row = 0; row < shape.Height; row++)
            {
                shape.Row(input, channel, row).Reverse();
            }
        }
    }
}
