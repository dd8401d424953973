namespace NetGen.Generators.IR;

/// <summary>Packs weights for the gradient by the input: inputs and outputs exchanged, and the taps the last first: all of them, or those of one phase.</summary>
internal sealed record PackConvTurned(Operand Weight, Operand Packed, ConvSizes Sizes, TurnedTaps? Taps, string? Connections) : PackRoutine
{
    public override string Method => Connections is null ? "Pack.ConvTurned" : "SparsePack.ConvTurned";

    public override long Shareable => Connections is null ? Sizes.Weights : 0;
}
