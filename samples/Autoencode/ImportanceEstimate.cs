using NetGen;

namespace Autoencode;

/// <summary>
/// How probable images are by a variational autoencoder: log of the mean over k samples of p(x|z)·p(z) / q(z|x) (Burda, Grosse and Salakhutdinov 2015, equation 8). It is never above
/// log p(x) on average, and the nearer the more samples there are; with one it is the bound that is trained for.
/// </summary>
internal static class ImportanceEstimate
{
    /// <summary>Samples that are decoded at once.</summary>
    private const int Chunk = 250;

    /// <param name="network">The network.</param>
    /// <param name="images">The images.</param>
    /// <param name="count">How many of them are taken, from the first.</param>
    /// <param name="samples">Samples an image, a multiple of 250.</param>
    /// <param name="seed">Decides the drawn pixels and the noise.</param>
    /// <param name="cancellation">Ends it after an image.</param>
    /// <returns>The mean over the images, in nats.</returns>
    public static double Of(VariationalAutoencoder network, DigitSet images, int count, int samples, int seed, CancellationToken cancellation)
    {
        int latent = network.Latent;
        float[] image = new float[DigitSet.Pixels];
        float[] code = new float[2 * latent];
        float[] noise = new float[latent];
        float[] codes = new float[Chunk * latent];
        float[] logits = new float[Chunk * DigitSet.Pixels];
        double[] weights = new double[samples];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            RandomSource random = new((ulong)seed, Major, i);
            images.Draw(i, image, ref random);
            network.Encoder.Predict(image, code);
            for (int first = 0; first < samples; first += Chunk)
            {
                for (int s = 0; s < Chunk; s++)
                {
                    Span<float> z = codes.AsSpan(s * latent, latent);
                    GaussianCode.Sample(code, noise, z, ref random);
                    weights[first + s] = LogRatio(code, noise, z);
                }

                network.Decoder.Predict(codes, logits);
                int at = first;
                Parallel.For(0, Chunk, s => weights[at + s] += LogProbability(image, logits.AsSpan(s * DigitSet.Pixels, DigitSet.Pixels)));
            }

            sum += LogMeanExp(weights);
        }

        return sum / count;
    }

    /// <summary>log p(x|z): Σ x·l − log(1 + exp(l)) over the pixels, of which l are the logits.</summary>
    public static double LogProbability(ReadOnlySpan<float> image, ReadOnlySpan<float> logits)
    {
        double sum = 0;
        for (int i = 0; i < image.Length; i++)
        {
            // log(1 + exp(l)) without a large exponential.
            sum += (image[i] * logits[i]) - (MathF.Max(logits[i], 0) + MathF.Log(1 + MathF.Exp(-MathF.Abs(logits[i]))));
        }

        return sum;
    }

    /// <summary>log p(z) − log q(z|x) of a sample z = μ + σ·ε: Σ ½·(ε² − z²) + log σ; the constants cancel out.</summary>
    public static double LogRatio(ReadOnlySpan<float> code, ReadOnlySpan<float> noise, ReadOnlySpan<float> sample)
    {
        double sum = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            sum += (((double)noise[i] * noise[i]) - ((double)sample[i] * sample[i]) + code[sample.Length + i]) / 2;
        }

        return sum;
    }

    /// <summary>The logarithm of the mean of exp(v).</summary>
    public static double LogMeanExp(ReadOnlySpan<double> values)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            largest = Math.Max(largest, value);
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Exp(value - largest);
        }

        return largest + Math.Log(sum / values.Length);
    }

    /// <summary>A sequence of random numbers of its own.</summary>
    private const int Major = 3;
}
