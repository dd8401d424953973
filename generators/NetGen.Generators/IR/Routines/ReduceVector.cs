namespace NetGen.Generators.IR;

/// <summary>Adds up the gradient by a vector.</summary>
internal sealed record ReduceVector(Operand Sums, Operand Gradient, int Length) : ShardRoutine
{
    public override string Method => "Reduce.Vector";

    public override Operand Target => Gradient;
}
