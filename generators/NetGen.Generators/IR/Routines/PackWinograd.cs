namespace NetGen.Generators.IR;

/// <summary>Transforms and packs the weights of a convolution by Winograd's minimal filtering.</summary>
internal sealed record PackWinograd(Operand Weight, Operand Packed, int Outputs, int Inputs, int Tile, bool ByPoint) : PackRoutine
{
    public override string Method => "WinogradPack.Conv";

    public override long Shareable => 9L * Outputs * Inputs;
}
