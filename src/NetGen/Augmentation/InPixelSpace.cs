namespace NetGen;

/// <summary>Shows a transform the values as they were before they were normalised.</summary>
internal sealed class InPixelSpace(InputTransform transform, ChannelScaling scaling)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        scaling.Undo(input);
        transform(input, ref random);
        scaling.Normalize(input);
    }
}
