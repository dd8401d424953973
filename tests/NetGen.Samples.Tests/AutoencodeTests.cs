using Autoencode;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>What is written out between the encoder and the decoder, by figures worked out by hand.</summary>
public sealed class AutoencodeTests
{
    [Fact]
    public void TheDivergence_IsThatOfTwoNormalDistributions()
    {
        // ½ (1² + 1 − 1 − 0) + ½ (0 + 4 − 1 − log 4)
        GaussianCode.Divergence([1, 0, 0, MathF.Log(4)]).ShouldBe(0.5 + 0.80685, 1e-5);
        GaussianCode.Divergence([0, 0]).ShouldBe(0);
    }

    [Fact]
    public void TheGradient_IsThatOfDifferences()
    {
        // A loss of Σ c·z and 0.3 of the divergence.
        float[] code = [0.5f, -1.2f, 0.4f, -0.7f];
        float[] noise = [0.8f, -1.5f];
        float[] weights = [2, -3];
        float[] gradient = new float[4];

        GaussianCode.Gradient(code, noise, weights, 0.3f, gradient);

        for (int i = 0; i < code.Length; i++)
        {
            const double Step = 1e-4;
            double[] up = [.. code.Select(v => (double)v)];
            double[] down = [.. up];
            up[i] += Step;
            down[i] -= Step;
            ((double)gradient[i]).ShouldBe((Loss(up) - Loss(down)) / (2 * Step), 1e-5);
        }

        double Loss(double[] at)
        {
            double sum = 0;
            for (int i = 0; i < 2; i++)
            {
                (double mean, double logVariance) = (at[i], at[i + 2]);
                sum += weights[i] * (mean + (Math.Exp(logVariance / 2) * noise[i]));
                sum += 0.3 * 0.5 * ((mean * mean) + Math.Exp(logVariance) - 1 - logVariance);
            }

            return sum;
        }
    }

    [Fact]
    public void TheEstimatesParts_AreThoseOfTheirFormulas()
    {
        ImportanceEstimate.LogProbability([1, 0], [0, MathF.Log(3)]).ShouldBe(-Math.Log(2) - Math.Log(4), 1e-6);
        ImportanceEstimate.LogProbability([1, 0], [200, 200]).ShouldBe(-200, 1e-6);
        ImportanceEstimate.LogMeanExp([Math.Log(2) - 5_000, Math.Log(4) - 5_000]).ShouldBe(Math.Log(3) - 5_000, 1e-9);

        // z = 1 + 2·0.5 of N(1, 2²): log N(2; 0, 1) − log N(2; 1, 2²) = −2 + 0.125 + log 2.
        ImportanceEstimate.LogRatio([1, 2 * MathF.Log(2)], [0.5f], [2]).ShouldBe(-2 + 0.125 + Math.Log(2), 1e-6);
    }

    [Fact]
    public void NetworksThatSayNothing_GiveEveryPixelHalfAChance()
    {
        using VariationalAutoencoder network = Plane(zero: true);
        VariationalTraining training = new("plane", network, Options());
        DigitSet images = Images(150);

        // The code is N(0, 1) whatever the image, and each of 784 pixels is as likely white as black.
        double expected = -784 * Math.Log(2);
        training.Bound(images).ShouldBe(expected, 1e-3);
        ImportanceEstimate.Of(network, images, count: 3, samples: 500, seed: 1, CancellationToken.None).ShouldBe(expected, 1e-3);
    }

    [Fact]
    public void GreyPixels_AreWhiteAsOftenAsTheyAreBright()
    {
        ImageDataset grey = new([1, 28, 28], [.. Enumerable.Repeat((byte)51, 784)], [3]);
        float[] drawn = new float[784];
        RandomSource random = new(9);
        double white = 0;
        for (int i = 0; i < 200; i++)
        {
            new DigitSet(grey).Draw(0, drawn, ref random);
            drawn.ShouldAllBe(value => value == 0 || value == 1);
            white += drawn.Sum();
        }

        // A fifth of 156,800; the deviation is 158.
        white.ShouldBe(31_360, 800);
    }

    private static VariationalAutoencoder Plane(bool zero = false)
    {
        VariationalAutoencoder network = new(new PlaneEncoder(1), new PlaneDecoder(2)) { Threads = 1 };
        foreach (Parameter parameter in zero ? network.Encoder.Parameters.Concat(network.Decoder.Parameters) : [])
        {
            parameter.Edit().Clear();
        }

        return network;
    }

    private static AutoencodeOptions Options() => new(Data: null, NetworkKind.Plane, Epochs: null, Seed: 1, Threads: 1, Out: "nowhere");

    private static DigitSet Images(int count)
    {
        RandomSource random = new(3);
        byte[] pixels = new byte[count * 784];
        foreach (ref byte pixel in pixels.AsSpan())
        {
            pixel = (byte)random.Next(256);
        }

        return new DigitSet(new ImageDataset([1, 28, 28], pixels, new byte[count]));
    }
}
