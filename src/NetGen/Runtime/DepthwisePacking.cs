using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// Weights of a depthwise convolution between PyTorch's order (channel, tap) and the kernels' (tap, channel), where a row of
/// <c>pitch</c> channels is one run of vectors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class DepthwisePacking
{
    /// <summary>Turns weights and bias, with the batch norm that follows folded in where there is one; the bias is the row after the taps.</summary>
    /// <param name="weight">The weights, a channel's taps together.</param>
    /// <param name="bias">The bias, or null.</param>
    /// <param name="gamma">The folded batch norm's γ, or null.</param>
    /// <param name="beta">Its β.</param>
    /// <param name="mean">Its running mean.</param>
    /// <param name="variance">Its running variance.</param>
    /// <param name="packed">Receives a row a tap, then the bias.</param>
    /// <param name="channels">Output channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="taps">Kernel height · width.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static void Weights(
        float* weight, float* bias, float* gamma, float* beta, float* mean, float* variance, float* packed, int channels, int pitch, int taps, float epsilon)
    {
        for (int c = 0; c < pitch; c++)
        {
            bool real = c < channels;
            double scale = real && gamma is not null ? gamma[c] / Math.Sqrt((double)variance[c] + epsilon) : 1;
            for (int tap = 0; tap < taps; tap++)
            {
                packed[(tap * pitch) + c] = real ? (float)(weight[(c * taps) + tap] * scale) : 0;
            }

            double shift = real && bias is not null ? bias[c] : 0;
            if (real && gamma is not null)
            {
                shift = ((shift - mean[c]) * scale) + beta[c];
            }

            packed[(taps * pitch) + c] = (float)shift;
        }
    }

    /// <summary>Adds the shards' gradients by the weights up, into PyTorch's order.</summary>
    /// <param name="sums">The first shard's gradients, a row a tap.</param>
    /// <param name="gradient">Receives the total, a channel's taps together.</param>
    /// <param name="shardStride">Floats between shards.</param>
    /// <param name="shards">Shards.</param>
    /// <param name="channels">Output channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="taps">Kernel height · width.</param>
    /// <param name="add">Whether to add to what the gradient holds.</param>
    public static void ReduceWeights(float* sums, float* gradient, long shardStride, int shards, int channels, int pitch, int taps, bool add = false)
    {
        for (int c = 0; c < channels; c++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                float* place = gradient + (c * taps) + tap;
                *place = (float)ShardSums.At(sums + (tap * pitch) + c, shardStride, shards) + (add ? *place : 0);
            }
        }
    }
}
