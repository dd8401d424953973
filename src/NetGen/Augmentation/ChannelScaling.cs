namespace NetGen;

/// <summary>Values of each channel, normalised and back.</summary>
internal sealed class ChannelScaling(ImageShape shape, float[] mean, float[] deviation)
{
    public void Normalize(Span<float> input, ref RandomSource random) => Normalize(input);

    public void Normalize(Span<float> input)
    {
        shape.CheckSize(input);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            foreach (ref float value in shape.Channel(input, channel))
            {
                value = (value - mean[channel]) / deviation[channel];
            }
        }
    }

    public void Undo(Span<float> input)
    {
        shape.CheckSize(input);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            foreach (ref float value in shape.Channel(input, channel))
            {
                value = (value * deviation[channel]) + mean[channel];
            }
        }
    }
}
