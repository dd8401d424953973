namespace NetGen.Generators.IR;

/// <summary>Packs the weights of a depthwise convolution, with the batch norm that follows where there is one.</summary>
internal sealed record PackDepthwise(Operand Weight, Operand Bias, Operand Gamma, Operand Beta, Operand Mean, Operand Variance, Operand Packed, int Channels, int Pitch, int Taps, float Epsilon) : PackRoutine
{
    public override string Method => "DepthwisePacking.Weights";
}
