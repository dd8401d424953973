using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Sums what the shards collected of gradients by the parameters of recurrent layers, in the order of the shards, into PyTorch's layout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class GateReduce
{
    /// <summary>Sums the gradient by weights from the order of <see cref="GatePack.Weights"/>.</summary>
    /// <param name="sums">The first shard's values.</param>
    /// <param name="gradient">(gates · units, inputs).</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    /// <param name="gates">Gates.</param>
    /// <param name="units">Units of a gate.</param>
    /// <param name="inputs">Values that a unit sums over.</param>
    /// <param name="add">Whether to add to what the gradient holds.</param>
    public static void Weights(float* sums, float* gradient, long shardStride, int shards, int gates, int units, int inputs, bool add = false)
    {
        int pitch = GatePack.Padded(units);
        if (pitch == units)
        {
            Reduce.Conv(sums, gradient, shardStride, shards, gates * units, inputs, 1, 1, add: add);
            return;
        }

        ChannelBlocks blocks = ChannelBlocks.Of(gates * pitch);
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            for (int lane = 0; lane < width; lane++)
            {
                int unit = (start + lane) % pitch;
                if (unit >= units)
                {
                    continue;
                }

                float* row = gradient + ((((long)((start + lane) / pitch) * units) + unit) * inputs);
                for (int i = 0; i < inputs; i++)
                {
                    float* from = sums + ((long)i * width) + lane;
                    float total = *from;
                    for (int shard = 1; shard < shards; shard++)
                    {
                        total += from[shard * shardStride];
                    }

                    row[i] = total + (add ? row[i] : 0);
                }
            }

            sums += (long)inputs * width;
        }
    }

    /// <summary>Sums the gradient by a bias; in double precision, as other vectors.</summary>
    /// <param name="sums">The first shard's values, each gate padded to whole vectors.</param>
    /// <param name="gradient">(gates · units).</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    /// <param name="gates">Gates.</param>
    /// <param name="units">Units of a gate.</param>
    /// <param name="add">Whether to add to what the gradient holds.</param>
    public static void Bias(float* sums, float* gradient, long shardStride, int shards, int gates, int units, bool add = false)
    {
        for (int gate = 0; gate < gates; gate++)
        {
            Reduce.Vector(sums + ((long)gate * GatePack.Padded(units)), gradient + ((long)gate * units), shardStride, shards, units, add);
        }
    }
}
