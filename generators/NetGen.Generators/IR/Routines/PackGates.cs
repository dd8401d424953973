namespace NetGen.Generators.IR;

/// <summary>Packs a recurrent layer's weights in the order its kernels read them, each gate padded to whole vectors.</summary>
internal sealed record PackGates(Operand Weight, Operand Packed, int Gates, int Units, int Inputs) : PackRoutine
{
    public override string Method => "GatePack.Weights";
}
