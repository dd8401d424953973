namespace NetGen.Generators.IR;

/// <summary>Packs the factors and summands of a norm.</summary>
internal sealed record PackAffine(Operand Weight, Operand Bias, Operand Packed, int Channels, int Pitch) : PackRoutine
{
    public override string Method => "BatchNormPacking.Affine";
}
