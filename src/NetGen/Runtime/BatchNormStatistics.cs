using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// What batch normalisation does between its passes over the images. The statistics of a layer are seven rows of
/// <c>pitch</c> floats: mean, 1 / √(variance + ε), the mean of dy, the mean of dy · x̂, the number of values a channel, γ and β.
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
    /// <param name="statistics">Receives mean, inverse deviation, count, γ and β.</param>
    /// <param name="weight">γ.</param>
    /// <param name="bias">β.</param>
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
        float* moments, float* statistics, float* weight, float* bias, float* runningMean, float* runningVariance, long shardStride, int shards, int channels, int pitch, float momentum, float epsilon, bool frozen)
    {
        double share = CumulativeStatistics.OfThread?.Share(runningMean) ?? momentum;
        NormExchange? exchange = frozen ? null : NormExchange.OfThread;
        ReadOnlySpan<double> everywhere = exchange is null ? default : Gather(exchange, moments, shardStride, shards, channels, pitch);
        for (int c = 0; c < pitch; c++)
        {
            BatchMoments sums = default;
            if (exchange is null)
            {
                for (int shard = 0; shard < shards && c < channels; shard++)
                {
                    float* part = moments + (shard * shardStride) + c;
                    sums.Add(part[0], part[pitch], part[2 * pitch]);
                }
            }
            else
            {
                for (int rank = 0; rank < exchange.Ranks && c < channels; rank++)
                {
                    ReadOnlySpan<double> part = everywhere.Slice(((rank * channels) + c) * 3, 3);
                    sums.Add(part[0], part[1], part[2]);
                }
            }

            (double count, double mean, double squares) = (sums.Count, sums.Mean, sums.Squares);
            double variance = count > 0 ? squares / count : 0;
            if (c < channels && frozen)
            {
                mean = runningMean[c];
                variance = runningVariance[c];
            }
            else if (c < channels && count > 0)
            {
                double unbiased = count > 1 ? squares / (count - 1) : variance;
                runningMean[c] = (float)(((1.0 - share) * runningMean[c]) + (share * mean));
                runningVariance[c] = (float)(((1.0 - share) * runningVariance[c]) + (share * unbiased));
            }

            statistics[c] = (float)mean;
            statistics[pitch + c] = c < channels ? (float)(1.0 / Math.Sqrt(variance + epsilon)) : 0;
            statistics[(4 * pitch) + c] = (float)count;
            statistics[(5 * pitch) + c] = c < channels ? weight[c] : 0;
            statistics[(6 * pitch) + c] = c < channels ? bias[c] : 0;
        }
    }

    /// <summary>The moments of every rank's images: for each rank and channel the count, the mean and the squared deviations.</summary>
    private static ReadOnlySpan<double> Gather(NormExchange exchange, float* moments, long shardStride, int shards, int channels, int pitch)
    {
        Span<double> own = exchange.Own(3 * channels);
        for (int c = 0; c < channels; c++)
        {
            BatchMoments sums = default;
            for (int shard = 0; shard < shards; shard++)
            {
                float* part = moments + (shard * shardStride) + c;
                sums.Add(part[0], part[pitch], part[2 * pitch]);
            }

            own[3 * c] = sums.Count;
            own[(3 * c) + 1] = sums.Mean;
            own[(3 * c) + 2] = sums.Squares;
        }

        return exchange.Gather(own.Length);
    }

    /// <summary>The sums of dy and of dy · x̂ of every rank's images: for each rank and channel both.</summary>
    private static ReadOnlySpan<double> GatherSums(NormExchange exchange, float* products, float* sums, long shardStride, int shards, int channels)
    {
        Span<double> own = exchange.Own(2 * channels);
        for (int c = 0; c < channels; c++)
        {
            own[2 * c] = ShardSums.At(sums + c, shardStride, shards);
            own[(2 * c) + 1] = ShardSums.At(products + c, shardStride, shards);
        }

        return exchange.Gather(own.Length);
    }

    /// <summary>
    /// The gradients by γ and β, which are the sums over the batch of dy · x̂ and of dy, and the means of both, which the gradient by the input
    /// subtracts. A frozen layer's statistics do not depend on the input: nothing is subtracted.
    /// </summary>
    /// <param name="products">A shard's sums of dy · x̂.</param>
    /// <param name="sums">A shard's sums of dy.</param>
    /// <param name="statistics">The layer's statistics; receives both means.</param>
    /// <param name="weightGradient">Receives the gradient by γ.</param>
    /// <param name="biasGradient">Receives the gradient by β.</param>
    /// <param name="shardStride">Floats between shards.</param>
    /// <param name="shards">Shards.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="frozen">Whether the running statistics served instead of the batch's.</param>
    /// <param name="add">Whether to add to the gradients by γ and β: another layer shares them and has written its part.</param>
    public static void CombineGradients(
        float* products, float* sums, float* statistics, float* weightGradient, float* biasGradient, long shardStride, int shards, int channels, int pitch, bool frozen, bool add = false)
    {
        NormExchange? exchange = frozen ? null : NormExchange.OfThread;
        ReadOnlySpan<double> everywhere = exchange is null ? default : GatherSums(exchange, products, sums, shardStride, shards, channels);
        for (int c = 0; c < channels; c++)
        {
            double count = statistics[(4 * pitch) + c];
            double sum = ShardSums.At(sums + c, shardStride, shards);
            double product = ShardSums.At(products + c, shardStride, shards);
            biasGradient[c] = (float)sum + (add ? biasGradient[c] : 0);
            weightGradient[c] = (float)product + (add ? weightGradient[c] : 0);
            if (exchange is not null)
            {
                // The gradients by γ and β are added up with all others; what the gradient by the input subtracts is of all images.
                (sum, product) = (0, 0);
                for (int rank = 0; rank < exchange.Ranks; rank++)
                {
                    sum += everywhere[((rank * channels) + c) * 2];
                    product += everywhere[(((rank * channels) + c) * 2) + 1];
                }
            }

            bool zero = count == 0 || frozen;
            statistics[(2 * pitch) + c] = zero ? 0 : (float)(sum / count);
            statistics[(3 * pitch) + c] = zero ? 0 : (float)(product / count);
        }

        for (int c = channels; c < pitch; c++)
        {
            statistics[(2 * pitch) + c] = 0;
            statistics[(3 * pitch) + c] = 0;
        }
    }
}
