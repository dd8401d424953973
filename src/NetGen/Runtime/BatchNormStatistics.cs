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
        for (int c = 0; c < channels; c++)
        {
            double count = statistics[(4 * pitch) + c];
            double sum = ShardSums.At(sums + c, shardStride, shards);
            double product = ShardSums.At(products + c, shardStride, shards);
            biasGradient[c] = (float)sum + (add ? biasGradient[c] : 0);
            weightGradient[c] = (float)product + (add ? weightGradient[c] : 0);
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
