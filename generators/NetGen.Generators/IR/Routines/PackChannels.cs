namespace NetGen.Generators.IR;

/// <summary>Packs a parameter with a value a channel, or one a value of the image.</summary>
internal sealed record PackChannels(Operand Values, Operand Packed, int Channels, int Pixels, int Pitch) : PackRoutine
{
    public override string Method => "ChannelPacking.Pixels";
}
