using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary><see cref="Reduce"/> for convolutions whose filters read some channels alone: the gradient by the other weights is zero.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class SparseReduce
{
    /// <summary>Sums the gradient by the weights from the order of <see cref="SparsePack.Conv"/>.</summary>
    /// <param name="sums">The first shard's values.</param>
    /// <param name="gradient">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    /// <param name="add">Whether to add to what the gradient holds.</param>
    public static void Conv(float* sums, float* gradient, long shardStride, int shards, int outputs, int inputs, int kernelY, int kernelX, ReadOnlySpan<byte> connections, bool add = false)
    {
        Reduce.Conv(sums, gradient, shardStride, shards, outputs, inputs, kernelY, kernelX, add: add);
        SparseWeights.Clear(new Span<float>(gradient, outputs * inputs * kernelY * kernelX), outputs, inputs, connections);
    }
}
