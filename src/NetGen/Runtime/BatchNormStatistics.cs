using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// What batch normalisation does between its passes over the images. The statistics of a layer are five rows of
/// <c>pitch</c> floats: mean, 1 / √(variance + ε), the mean of dy, the mean of dy · x̂, and in the last one the number of values a channel.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class BatchNormStatistics
{
    /// <summary>
    /// Merges the shards' counts, means and squared deviations, and moves the running statistics. A frozen layer is normalised with its
    /// running statistics instead, and leaves them alone.
    /// </summary>
    /// <param name="moments">A shard's rows: counts, means, sums of squared deviations.</param>
    /// <param name="statistics">Receives mean, inverse deviation and count.</param>
    /// <param name="runningMean">The layer's running mean.</param>
    /// <param name="runningVariance">The layer's running variance.</param>
    /// <param name="shardStride">Floats between shards.</param>
    /// <param name="shards">Shards.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="momentum">The share of the new value in the running ones.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="frozen">Whether the running statistics serve instead of the batch's.</param>
    public static void Combine(
        float* moments, float* statistics, float* runningMean, float* runningVariance, long shardStride, int shards, int channels, int pitch, float momentum, float epsilon, bool frozen)
    {
        for (int c = 0; c < pitch; c++)
        {
            double count = 0;
            double mean = 0;
            double squares = 0;
            for (int shard = 0; shard < shards && c < channels; shard++)
            {
                // Chan, Golub, LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample variances".
                float* part = moments + (shard * shardStride) + c;
                double n = part[0];
                if (n > 0)
                {
                    double delta = part[pitch] - mean;
                    double total = count + n;
                    mean += delta * n / total;
                    squares += part[2 * pitch] + (delta * delta * count * n / total);
                    count = total;
                }
            }

            double variance = count > 0 ? squares / count : 0;
            if (c < channels && frozen)
            {
                mean = runningMean[c];
                variance = runningVariance[c];
            }
            else if (c < channels && count > 0)
            {
                double unbiased = count > 1 ? squares / (count - 1) : variance;
                runningMean[c] = (float)(((1.0 - momentum) * runningMean[c]) + (momentum * mean));
                runningVariance[c] = (float)(((1.0 - momentum) * runningVariance[c]) + (momentum * unbiased));
            }

            statistics[c] = (float)mean;
            statistics[pitch + c] = c < channels ? (float)(1.0 / Math.Sqrt(variance + epsilon)) : 0;
            statistics[(4 * pitch) + c] = (float)count;
        }
    }

    /// <summary>
    /// Means over the batch of dy and of dy · x̂, which the gradient by the input subtracts. A frozen layer's statistics do not depend
    /// on the input: nothing is subtracted.
    /// </summary>
    /// <param name="products">A shard's sums of dy · x̂.</param>
    /// <param name="sums">A shard's sums of dy.</param>
    /// <param name="statistics">The layer's statistics; receives both means.</param>
    /// <param name="shardStride">Floats between shards.</param>
    /// <param name="shards">Shards.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="frozen">Whether the running statistics served instead of the batch's.</param>
    public static void CombineGradients(float* products, float* sums, float* statistics, long shardStride, int shards, int channels, int pitch, bool frozen)
    {
        for (int c = 0; c < pitch; c++)
        {
            double count = statistics[(4 * pitch) + c];
            bool zero = c >= channels || count == 0 || frozen;
            statistics[(2 * pitch) + c] = zero ? 0 : (float)(ShardSums.At(sums + c, shardStride, shards) / count);
            statistics[(3 * pitch) + c] = zero ? 0 : (float)(ShardSums.At(products + c, shardStride, shards) / count);
        }
    }
}
