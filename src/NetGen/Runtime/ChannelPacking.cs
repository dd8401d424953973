using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Parameters with one value a channel, or one a value of the image, between PyTorch's order and the kernels' padded pixels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class ChannelPacking
{
    /// <summary>Turns (channel, pixel) into (pixel, channel) with every pixel padded with zeros.</summary>
    /// <param name="values">The parameter, NCHW.</param>
    /// <param name="packed">Receives a row of <paramref name="pitch"/> floats a pixel.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pixels">Pixels; 1 for a value a channel.</param>
    /// <param name="pitch">Floats a pixel.</param>
    public static void Pixels(float* values, float* packed, int channels, int pixels, int pitch)
    {
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            for (int c = 0; c < pitch; c++)
            {
                packed[((long)pixel * pitch) + c] = c < channels ? values[((long)c * pixels) + pixel] : 0;
            }
        }
    }

    /// <summary>Adds the shards' gradients by a value of every pixel up, into PyTorch's order.</summary>
    /// <param name="sums">The first shard's gradients, a row a pixel.</param>
    /// <param name="gradient">Receives the total, NCHW.</param>
    /// <param name="shardStride">Floats between shards.</param>
    /// <param name="shards">Shards.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pixels">Pixels.</param>
    /// <param name="pitch">Floats a pixel.</param>
    /// <param name="add">Whether to add to what the gradient holds.</param>
    public static void ReducePixels(float* sums, float* gradient, long shardStride, int shards, int channels, int pixels, int pitch, bool add = false)
    {
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            for (int c = 0; c < channels; c++)
            {
                float* place = gradient + ((long)c * pixels) + pixel;
                *place = (float)ShardSums.At(sums + ((long)pixel * pitch) + c, shardStride, shards) + (add ? *place : 0);
            }
        }
    }
}
