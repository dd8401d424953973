namespace NetGen.Generators.IR;

/// <summary>Adds up the gradient by a depthwise convolution's weights.</summary>
internal sealed record ReduceDepthwise(Operand Sums, Operand Gradient, int Channels, int Pitch, int Taps) : ShardRoutine
{
    public override string Method => "DepthwisePacking.ReduceWeights";

    public override Operand Target => Gradient;
}
