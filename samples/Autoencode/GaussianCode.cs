using NetGen;

namespace Autoencode;

/// <summary>
/// A code that is known as normal distributions, one a value: the mean μ and v = log σ². Kingma and Welling 2013, "Auto-Encoding Variational Bayes" (arXiv 1312.6114); what an encoder
/// gives holds all means, then all v.
/// </summary>
internal static class GaussianCode
{
    /// <summary>Draws z = μ + σ·ε with ε from N(0, 1) (section 2.4, the reparameterization).</summary>
    public static void Sample(ReadOnlySpan<float> code, Span<float> noise, Span<float> sample, ref RandomSource random)
    {
        int latent = sample.Length;
        for (int i = 0; i < latent; i++)
        {
            noise[i] = (float)random.NextNormal();
            sample[i] = code[i] + (MathF.Exp(code[latent + i] / 2) * noise[i]);
        }
    }

    /// <summary>The divergence from N(0, 1): ½ Σ (μ² + σ² − 1 − log σ²), in nats (appendix B).</summary>
    public static double Divergence(ReadOnlySpan<float> code)
    {
        int latent = code.Length / 2;
        double sum = 0;
        for (int i = 0; i < latent; i++)
        {
            double mean = code[i];
            double logVariance = code[latent + i];
            sum += (mean * mean) + Math.Exp(logVariance) - 1 - logVariance;
        }

        return sum / 2;
    }

    /// <summary>The gradient of a loss of the sample plus a part of the divergence, by what the encoder gave.</summary>
    /// <param name="code">The means and v.</param>
    /// <param name="noise">The ε of the sample.</param>
    /// <param name="bySample">The loss's gradient by the sample.</param>
    /// <param name="part">What the divergence is multiplied with.</param>
    /// <param name="gradient">By μ: the sample's + part·μ. By v: the sample's · ½·σ·ε + part · ½·(σ² − 1).</param>
    public static void Gradient(ReadOnlySpan<float> code, ReadOnlySpan<float> noise, ReadOnlySpan<float> bySample, float part, Span<float> gradient)
    {
        int latent = bySample.Length;
        for (int i = 0; i < latent; i++)
        {
            float deviation = MathF.Exp(code[latent + i] / 2);
            gradient[i] = bySample[i] + (part * code[i]);
            gradient[latent + i] = (bySample[i] * deviation * noise[i] / 2) + (part * ((deviation * deviation) - 1) / 2);
        }
    }
}
