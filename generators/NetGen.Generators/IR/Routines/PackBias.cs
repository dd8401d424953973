namespace NetGen.Generators.IR;

/// <summary>Packs a bias.</summary>
internal sealed record PackBias(Operand Bias, Operand Packed, int Channels) : PackRoutine
{
    public override string Method => "Pack.Bias";
}
