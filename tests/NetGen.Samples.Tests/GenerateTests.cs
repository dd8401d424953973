using Generate;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>What stands between generator and discriminator, and how generated digits are judged.</summary>
public sealed class GenerateTests
{
    private const int Batch = 8;

    [Fact]
    public void TheGeneratorsGradient_IsThatOfTheDiscriminatorsLoss()
    {
        using DigitGenerator generator = new(1);
        using DigitGenerator average = new(1);
        using DigitDiscriminator discriminator = new(1);
        using AdversarialPair pair = new(generator, average, discriminator, Batch, seed: 1) { Threads = 1 };
        float[] noise = new float[Batch * Noise.Size];
        float[] real = new float[Batch * DigitGenerator.OutputSize];
        RandomSource random = new(3);
        Noise.Fill(noise, ref random);
        Noise.Fill(real, ref random);
        float[] before = Values(generator);

        pair.Step(0, real, noise);

        // The discriminator took its step before the generator's gradient was computed, so it is as it was then.
        float[] gradient = [.. generator.Parameters.Gradients];
        double length = Math.Sqrt(gradient.Sum(g => (double)g * g));
        double slope = (LossAt(1) - LossAt(-1)) / 2;
        slope.ShouldBe(length * Distance(length), 0.02 * length * Distance(length));

        double LossAt(int sign)
        {
            float[] moved = [.. before.Select((value, i) => value + (float)(sign * Distance(length) * gradient[i] / length))];
            SetTrainable(generator, moved);
            float[] images = new float[real.Length];
            generator.Forward(noise, images);
            float[] ones = [.. Enumerable.Repeat(1f, Batch)];
            return discriminator.ComputeGradients(images, (ReadOnlySpan<float>)ones).Loss;
        }

        // So far that the loss, of which a float has seven digits, changes by two thousandths: few values pass a kink.
        static double Distance(double length) => 0.001 / length;
    }

    [Fact]
    public void TheDiscriminatorsGradient_IsTheSumOverRealAndGeneratedImages()
    {
        using DigitGenerator generator = new(1);
        using DigitGenerator average = new(1);
        using DigitDiscriminator discriminator = new(1);
        using AdversarialPair pair = new(generator, average, discriminator, Batch, seed: 1) { Threads = 1 };
        float[] noise = new float[Batch * Noise.Size];
        float[] real = new float[Batch * DigitGenerator.OutputSize];
        RandomSource random = new(3);
        Noise.Fill(noise, ref random);
        Noise.Fill(real, ref random);
        float[] generated = new float[real.Length];
        generator.Forward(noise, generated);
        float[] before = Values(discriminator);
        float[] sum = new float[discriminator.Parameters.TrainableCount];
        foreach ((float[] images, float target) in new[] { (real, 1f), (generated, 0f) })
        {
            float[] targets = [.. Enumerable.Repeat(target, Batch)];
            discriminator.ComputeGradients(images, (ReadOnlySpan<float>)targets);
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += discriminator.Parameters.Gradients[i];
            }
        }

        pair.Step(0, real, noise);

        // Adam's first step goes by the rate against the gradient's sign, where that is no rounding.
        float[] after = Values(discriminator);
        int large = 0;
        for (int i = 0; i < sum.Length; i++)
        {
            if (Math.Abs(sum[i]) > 1e-4)
            {
                ((double)after[i] - before[i]).ShouldBe(-0.0002 * Math.Sign(sum[i]), 2e-6);
                large++;
            }
        }

        large.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void TheAverage_IsAtFirstThePlainMeanOfTheWeightsAfterEachStep()
    {
        using DigitGenerator generator = new(1);
        using DigitGenerator average = new(9);
        using DigitDiscriminator discriminator = new(1);
        using AdversarialPair pair = new(generator, average, discriminator, Batch, seed: 1) { Threads = 1 };
        float[] noise = new float[Batch * Noise.Size];
        float[] real = new float[Batch * DigitGenerator.OutputSize];
        RandomSource random = new(3);
        Noise.Fill(real, ref random);
        List<float[]> weights = [];
        for (int step = 0; step < 3; step++)
        {
            Noise.Fill(noise, ref random);
            pair.Step(step, real, noise);
            weights.Add(All(generator));
        }

        float[] mean = [.. Enumerable.Range(0, weights[0].Length).Select(i => (weights[0][i] + weights[1][i] + weights[2][i]) / 3)];
        All(average).ShouldBe(mean, 1e-6);
    }

    [Fact]
    public void FirstWeights_AreThoseOfThePaper()
    {
        using DigitDiscriminator discriminator = new(5);
        FirstWeights.Draw(discriminator, seed: 1);

        foreach (Parameter parameter in discriminator.Parameters.Where(p => p.Trainable))
        {
            float[] values = [.. parameter.Values];
            if (parameter.Path.EndsWith("bias", StringComparison.Ordinal))
            {
                values.ShouldAllBe(value => value == 0);
                continue;
            }

            double expected = parameter.Path.Contains("batchnorm", StringComparison.Ordinal) ? 1 : 0;
            double mean = values.Average();
            double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            mean.ShouldBe(expected, 5 * 0.02 / Math.Sqrt(values.Length));
            deviation.ShouldBe(0.02, 5 * 0.02 / Math.Sqrt(2 * values.Length));
        }
    }

    [Fact]
    public void AWalk_GoesInEqualStepsFromPointToPoint()
    {
        RandomSource random = new(4);
        float[] ends = new float[3 * Noise.Size];
        Noise.Fill(ends, ref random);
        random = new RandomSource(4);

        float[] walk = Noise.Walk(points: 3, places: 4, ref random);

        walk.Length.ShouldBe(2 * 4 * Noise.Size);
        for (int i = 0; i < Noise.Size; i++)
        {
            (float first, float second, float third) = (ends[i], ends[Noise.Size + i], ends[(2 * Noise.Size) + i]);
            walk[i].ShouldBe(first);
            walk[(3 * Noise.Size) + i].ShouldBe((0.25f * first) + (0.75f * second), 1e-6f);
            walk[(4 * Noise.Size) + i].ShouldBe(second);
            walk[(6 * Noise.Size) + i].ShouldBe((second + third) / 2, 1e-6f);
        }
    }

    [Fact]
    public void AVerdict_CountsClassesAndTheirProbabilities()
    {
        // A generator whose last layer is zero makes tanh(0) = 0 everywhere, which is half grey: (0.5 − 0.1307) / 0.3081 to the judge.
        using DigitGenerator generator = new(1) { Threads = 1 };
        foreach (Parameter parameter in generator.Parameters.Where(p => p.Path.Contains("convtranspose2", StringComparison.Ordinal)))
        {
            parameter.Edit().Clear();
        }

        using OneLayerJudge judge = new(1) { Threads = 1 };
        judge.Parameters["dense1.weight"].Edit().Clear();
        judge.Parameters["dense1.weight"].Edit()[(3 * 784) + 5] = 2;

        Verdict verdict = Verdict.Of(judge, generator, 1_000, new RandomSource(1));

        double favoured = Math.Exp(2 * (0.5 - 0.1307) / 0.3081);
        verdict.Confidence.ShouldBe(favoured / (favoured + 9), 1e-5);
        verdict.Shares.ShouldBe([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void AVerdictOfRealImages_ReadsThemAsTheyAre()
    {
        // The judge's 3 is the first pixel: white in the first 500 images, black in the others; what fills no 500 is left out.
        byte[] pixels = new byte[1_100 * 784];
        for (int i = 0; i < 500; i++)
        {
            pixels[i * 784] = byte.MaxValue;
        }

        ImageDataset images = new([1, 28, 28], pixels, new byte[1_100]);
        using OneLayerJudge judge = new(1) { Threads = 1 };
        judge.Parameters["dense1.weight"].Edit().Clear();
        judge.Parameters["dense1.weight"].Edit()[3 * 784] = 2;

        Verdict verdict = Verdict.Of(judge, images);

        double favoured = Math.Exp(2);
        verdict.Count.ShouldBe(1_000);
        verdict.Confidence.ShouldBe(((favoured / (favoured + 9)) + 0.1) / 2, 1e-5);
        verdict.Shares.ShouldBe([0.5, 0, 0, 0.5, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void ARateOfZero_LeavesBothNetworksAsTheyAre()
    {
        using DigitGenerator generator = new(1);
        using DigitGenerator average = new(1);
        using DigitDiscriminator discriminator = new(1);
        using AdversarialPair pair = new(generator, average, discriminator, Batch, seed: 1) { Threads = 1, LearningRate = 0 };
        float[] noise = new float[Batch * Noise.Size];
        float[] real = new float[Batch * DigitGenerator.OutputSize];
        RandomSource random = new(3);
        Noise.Fill(noise, ref random);
        Noise.Fill(real, ref random);
        (float[] generating, float[] discriminating) = (Values(generator), Values(discriminator));

        pair.Step(0, real, noise);

        Values(generator).ShouldBe(generating);
        Values(discriminator).ShouldBe(discriminating);
    }

    private static float[] Values(Model model) => [.. model.Parameters.TrainableValues];

    private static float[] All(Model model) => [.. model.Parameters.SelectMany(p => p.Values.ToArray())];

    private static void SetTrainable(Model model, float[] values)
    {
        int at = 0;
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            values.AsSpan(at, parameter.Length).CopyTo(parameter.Edit());
            at += parameter.Length;
        }
    }
}
