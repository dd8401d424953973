namespace NetGen.Generators.IR;

/// <summary>The same with the scale of a batch norm that follows.</summary>
internal sealed record PackConvWithBatchNorm(Operand Weight, Operand Gamma, Operand Variance, Operand Packed, ConvSizes Sizes, float Epsilon, string? Connections) : PackRoutine
{
    public override string Method => Connections is null ? "Pack.ConvWithBatchNorm" : "SparsePack.ConvWithBatchNorm";
}
