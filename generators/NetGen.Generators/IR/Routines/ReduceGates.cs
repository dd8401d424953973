namespace NetGen.Generators.IR;

/// <summary>Adds up the gradient by a recurrent layer's weights, into PyTorch's order.</summary>
internal sealed record ReduceGates(Operand Sums, Operand Gradient, int Gates, int Units, int Inputs) : ShardRoutine
{
    public override string Method => "GateReduce.Weights";

    public override Operand Target => Gradient;
}
