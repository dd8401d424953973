namespace NetGen.Generators.IR;

/// <summary>The same with the scale of a batch norm that follows.</summary>
internal sealed record PackWinogradWithBatchNorm(Operand Weight, Operand Gamma, Operand Variance, Operand Packed, int Outputs, int Inputs, int Tile, float Epsilon, bool ByPoint) : PackRoutine
{
    public override string Method => "WinogradPack.ConvWithBatchNorm";
}
