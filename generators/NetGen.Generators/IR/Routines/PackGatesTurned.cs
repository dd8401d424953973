namespace NetGen.Generators.IR;

/// <summary>Packs a recurrent layer's weights for the gradient by what they multiply: inputs and gates exchanged.</summary>
internal sealed record PackGatesTurned(Operand Weight, Operand Packed, int Gates, int Units, int Inputs) : PackRoutine
{
    public override string Method => "GatePack.Turned";
}
