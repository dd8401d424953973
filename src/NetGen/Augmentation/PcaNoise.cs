namespace NetGen;

/// <summary>Adds one random colour to all pixels, along the directions in which the colours of a data set vary.</summary>
internal sealed class PcaNoise(ImageShape shape, ColorComponents components, double deviation)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        Span<double> strengths = stackalloc double[ColorComponents.MaximumChannels];
        strengths = strengths[..shape.Channels];
        for (int component = 0; component < strengths.Length; component++)
        {
            strengths[component] = deviation * random.NextNormal() * components.Deviations[component];
        }

        for (int channel = 0; channel < shape.Channels; channel++)
        {
            double shift = 0;
            for (int component = 0; component < strengths.Length; component++)
            {
                shift += strengths[component] * components.Directions[component][channel];
            }

            float added = (float)shift;
            foreach (ref float value in shape.Channel(input, channel))
            {
                value += added;
            }
        }
    }
}
