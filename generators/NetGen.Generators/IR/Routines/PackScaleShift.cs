namespace NetGen.Generators.IR;

/// <summary>Packs a batch norm with its running statistics as factors and summands.</summary>
internal sealed record PackScaleShift(Operand Weight, Operand Bias, Operand Mean, Operand Variance, Operand Packed, int Channels, int Pitch, float Epsilon) : PackRoutine
{
    public override string Method => "BatchNormPacking.ScaleShift";
}
