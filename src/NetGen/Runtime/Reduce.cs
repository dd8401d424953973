using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Sums what the shards collected, in the order of the shards, into gradients in PyTorch's layout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class Reduce
{
    private const int Lanes = 16;

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
    public static void Conv(float* sums, float* gradient, long shardStride, int shards, int outputs, int inputs, int kernelY, int kernelX, int groups = 1, int merged = 1, bool add = false)
    {
        int parts = groups / merged;
        int partInputs = inputs * merged;
        int partOutputs = outputs / parts;
        int padded = parts == 1 ? (partOutputs + Lanes - 1) / Lanes * Lanes : partOutputs;
        int groupOutputs = outputs / groups;
        int area = kernelY * kernelX;
        ChannelBlocks blocks = ChannelBlocks.Of(padded);
        float* total = stackalloc float[64];
        for (int part = 0; part < parts; part++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block);
                int width = blocks.Width(block);
                int real = Math.Min(width, partOutputs - start);
                for (int tap = 0; tap < area; tap++)
                {
                    for (int i = 0; i < partInputs; i++)
                    {
                        Span<float> row = new(total, width);
                        new ReadOnlySpan<float>(sums, width).CopyTo(row);
                        for (int shard = 1; shard < shards; shard++)
                        {
                            float* from = sums + (shard * shardStride);
                            for (int o = 0; o < width; o += 4)
                            {
                                Vector128.Store(Vector128.Load(total + o) + Vector128.Load(from + o), total + o);
                            }
                        }

                        for (int o = 0; o < real; o++)
                        {
                            int output = (part * partOutputs) + start + o;
                            int input = (part * partInputs) + i - (output / groupOutputs * inputs);
                            if ((uint)input < (uint)inputs)
                            {
                                float* place = gradient + (((output * inputs) + input) * area) + tap;
                                *place = total[o] + (add ? *place : 0);
                            }
                        }

                        sums += width;
                    }
                }
            }
        }
    }
}
