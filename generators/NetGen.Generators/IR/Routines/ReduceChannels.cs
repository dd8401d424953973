namespace NetGen.Generators.IR;

/// <summary>Adds up the gradient by a value of every pixel, into PyTorch's order.</summary>
internal sealed record ReduceChannels(Operand Sums, Operand Gradient, int Channels, int Pixels, int Pitch) : ShardRoutine
{
    public override string Method => "ChannelPacking.ReducePixels";

    public override Operand Target => Gradient;
}
