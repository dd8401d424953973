namespace NetGen;

/// <summary>Mixes whole images and their targets.</summary>
internal sealed class Mixup(double alpha)
{
    public void Apply(Span<float> inputs, Span<float> targets, int count, ref RandomSource random)
    {
        BatchMix.CheckBatch(inputs, targets, count);
        BatchMix.Apply(inputs, targets, count, new WholeMix((float)random.NextBeta(alpha, alpha)), ref random);
    }

    private readonly record struct WholeMix(float Share) : IMix
    {
        public void MixInput(Span<float> input, ReadOnlySpan<float> partner) => BatchMix.Blend(input, partner, Share);
    }
}
