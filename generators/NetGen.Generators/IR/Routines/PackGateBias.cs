namespace NetGen.Generators.IR;

/// <summary>Packs a recurrent layer's bias, each gate padded to whole vectors.</summary>
internal sealed record PackGateBias(Operand Bias, Operand Packed, int Gates, int Units) : PackRoutine
{
    public override string Method => "GatePack.Bias";
}
