namespace NetGen.Generators.IR;

/// <summary>Packs the bias of a layer with the batch norm that follows it; the layer's own bias may be none.</summary>
internal sealed record PackBiasWithBatchNorm(Operand Bias, Operand Gamma, Operand Beta, Operand Mean, Operand Variance, Operand Packed, int Channels, float Epsilon) : PackRoutine
{
    public override string Method => "Pack.BiasWithBatchNorm";
}
