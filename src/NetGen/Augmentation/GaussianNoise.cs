namespace NetGen;

/// <summary>Adds a normal number of its own to every value.</summary>
internal sealed class GaussianNoise(double deviation)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        foreach (ref float value in input)
        {
            value += (float)(deviation * random.NextNormal());
        }
    }
}
