namespace NetGen.Generators.IR;

/// <summary>Adds up the gradient by a convolution's weights, into PyTorch's order.</summary>
internal sealed record ReduceConv(Operand Sums, Operand Gradient, ConvSizes Sizes, string? Connections) : ShardRoutine
{
    public override string Method => Connections is null ? "Reduce.Conv" : "SparseReduce.Conv";

    public override long Shareable => Connections is null ? Sizes.Weights : 0;

    public override Operand Target => Gradient;
}
