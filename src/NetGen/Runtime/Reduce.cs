using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Sums what the shards collected, in the order of the shards, into gradients in PyTorch's layout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class Reduce
{
    private const int Lanes = 16;

    /// <summary>Totals that are kept at a time: as much of a first-level cache as leaves room for what they are summed from and written to.</summary>
    private const int Totals = 8192;

    /// <summary>Sums a vector, such as one value for each channel; in double precision, where batch norm and losses feel it.</summary>
    /// <param name="sums">The first shard's values.</param>
    /// <param name="gradient">The result.</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    /// <param name="length">Values.</param>
    /// <param name="add">Whether to add to what the gradient holds: where layers share the parameter, all but the first do.</param>
    public static void Vector(float* sums, float* gradient, long shardStride, int shards, int length, bool add = false)
    {
        for (int i = 0; i < length; i++)
        {
            gradient[i] = (float)ShardSums.At(sums + i, shardStride, shards) + (add ? gradient[i] : 0);
        }
    }

    /// <summary>Sums the gradient by a convolution's weights from the order of <see cref="Pack.Conv"/>.</summary>
    /// <param name="sums">The first shard's values.</param>
    /// <param name="gradient">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    /// <param name="outputs">Output channels over all groups.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="merged">How many groups are packed as one.</param>
    /// <param name="add">Whether to add to what the gradient holds.</param>
    /// <param name="part">Which part of the work is done.</param>
    /// <param name="parts">Into how many it is cut.</param>
    [SkipLocalsInit]
    public static void Conv(float* sums, float* gradient, long shardStride, int shards, int outputs, int inputs, int kernelY, int kernelX, int groups = 1, int merged = 1, bool add = false, int part = 0, int parts = 1)
    {
        int cells = groups / merged;
        int cellInputs = inputs * merged;
        int cellOutputs = outputs / cells;
        int padded = cells == 1 ? (cellOutputs + Lanes - 1) / Lanes * Lanes : cellOutputs;
        int groupOutputs = outputs / groups;
        int area = kernelY * kernelX;
        TeamShare share = TeamShare.Of(cellInputs, part, parts);
        ChannelBlocks blocks = ChannelBlocks.Of(padded);
        float* totals = stackalloc float[Totals];
        for (int cell = 0; cell < cells; cell++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block);
                int width = blocks.Width(block);
                int real = Math.Min(width, cellOutputs - start);

                // A few rows of inputs for some taps at a time: what is read again in the other order stays in the first-level cache.
                int someTaps = Math.Min(area, Totals / width);
                int someInputs = Math.Max(1, Totals / (width * someTaps));
                for (int tap = 0; tap < area; tap += someTaps)
                {
                    int taps = Math.Min(someTaps, area - tap);
                    for (int first = share.First; first < share.End; first += someInputs)
                    {
                        int rows = Math.Min(someInputs, share.End - first);
                        for (int t = 0; t < taps; t++)
                        {
                            Sum(sums + ((((long)(tap + t) * cellInputs) + first) * width), totals + (t * rows * width), shardStride, shards, rows * width);
                        }

                        if (merged == 1 && !add)
                        {
                            WeightSums.Write(totals, gradient + (((((long)cell * cellOutputs) + start) * inputs) + first) * area + tap, width, (nint)rows * width, real, rows, taps, area, (nint)inputs * area);
                            continue;
                        }

                        for (int o = 0; o < real; o++)
                        {
                            // Of groups that are packed as one, an output's own inputs alone.
                            int output = (cell * cellOutputs) + start + o;
                            int own = (output / groupOutputs * inputs) - (cell * cellInputs);
                            int from = Math.Max(own, first);
                            int end = Math.Min(own + inputs, first + rows);
                            Scatter(totals + ((from - first) * width) + o, gradient + ((((long)output * inputs) + from - own) * area) + tap, width, rows * width, end - from, taps, area, add);
                        }
                    }
                }

                sums += (long)area * cellInputs * width;
            }
        }
    }

    /// <summary>Sums a row of so many values, a multiple of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum(float* sums, float* totals, long shardStride, int shards, int length)
    {
        int i = 0;
        for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Vector256<float> total = Vector256.Load(sums + i);
            for (int shard = 1; shard < shards; shard++)
            {
                total += Vector256.Load(sums + (shard * shardStride) + i);
            }

            Vector256.Store(total, totals + i);
        }

        for (; i < length; i += Vector128<float>.Count)
        {
            Vector128<float> total = Vector128.Load(sums + i);
            for (int shard = 1; shard < shards; shard++)
            {
                total += Vector128.Load(sums + (shard * shardStride) + i);
            }

            Vector128.Store(total, totals + i);
        }
    }

    /// <summary>Writes an output's totals: some taps of some inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(float* totals, float* gradient, int width, int tapStride, int inputs, int taps, int area, bool add)
    {
        for (int input = 0; input < inputs; input++)
        {
            float* from = totals + (input * width);
            for (int tap = 0; tap < taps; tap++)
            {
                gradient[tap] = *from + (add ? gradient[tap] : 0);
                from += tapStride;
            }

            gradient += area;
        }
    }
}
