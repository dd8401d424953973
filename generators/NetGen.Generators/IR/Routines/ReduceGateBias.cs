namespace NetGen.Generators.IR;

/// <summary>Adds up the gradient by a recurrent layer's bias.</summary>
internal sealed record ReduceGateBias(Operand Sums, Operand Gradient, int Gates, int Units) : ShardRoutine
{
    public override string Method => "GateReduce.Bias";

    public override Operand Target => Gradient;
}
