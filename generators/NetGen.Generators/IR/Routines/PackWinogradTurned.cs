namespace NetGen.Generators.IR;

/// <summary>Transforms and packs weights for the gradient by the input: inputs and outputs exchanged, and the taps the last first.</summary>
internal sealed record PackWinogradTurned(Operand Weight, Operand Packed, int Outputs, int Inputs, int Tile, bool ByPoint) : PackRoutine
{
    public override string Method => "WinogradPack.ConvTurned";

    public override long Shareable => 9L * Outputs * Inputs;
}
