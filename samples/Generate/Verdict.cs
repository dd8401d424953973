using NetGen;

namespace Generate;

/// <summary>What a network that reads digits says of generated ones.</summary>
/// <param name="Count">How many.</param>
/// <param name="Confidence">The mean over them of the greatest of the ten classes' probabilities.</param>
/// <param name="Shares">How many of them are taken for each digit, as shares of all.</param>
internal sealed record Verdict(int Count, double Confidence, IReadOnlyList<double> Shares)
{
    /// <summary>Images that are made and read at once.</summary>
    public const int Batch = 500;

    /// <summary>Has generated digits read.</summary>
    /// <param name="judge">The network that reads, trained with MNIST's mean and deviation.</param>
    /// <param name="generator">The network that makes them.</param>
    /// <param name="count">How many, a multiple of 500.</param>
    /// <param name="random">What they are made of.</param>
    public static Verdict Of(Model judge, Model generator, int count, RandomSource random)
    {
        float[] noise = new float[Batch * Noise.Size];
        return Read(judge, count, (_, images) =>
        {
            Noise.Fill(noise, ref random);
            generator.Predict(noise, images);
            foreach (ref float pixel in images)
            {
                // From -1 to 1 to what the judge was trained with.
                pixel = (((pixel + 1) / 2) - Mnist.Mean) / Mnist.Deviation;
            }
        });
    }

    /// <summary>Has real digits read: how sure the judge is of what it is meant for.</summary>
    /// <param name="judge">The network that reads.</param>
    /// <param name="images">Digits, with the mean and deviation that it was trained with; what fills no 500 is left out.</param>
    public static Verdict Of(Model judge, Dataset images) => Read(judge, images.Count / Batch * Batch, (first, batch) =>
    {
        for (int i = 0; i < Batch; i++)
        {
            images.CopyInput(first + i, batch.Slice(i * images.InputSize, images.InputSize));
        }
    });

    private static Verdict Read(Model judge, int count, FillImages fill)
    {
        float[] images = new float[Batch * DigitGenerator.OutputSize];
        float[] probabilities = new float[Batch * Mnist.Classes];
        double confidence = 0;
        int[] counts = new int[Mnist.Classes];
        for (int first = 0; first < count; first += Batch)
        {
            fill(first, images);
            judge.Predict(images, probabilities);
            Logits.Softmax(probabilities, Mnist.Classes, probabilities);
            foreach (float[] image in probabilities.Chunk(Mnist.Classes))
            {
                confidence += image.Max();
                counts[Logits.ArgMax(image)]++;
            }
        }

        return new Verdict(count, confidence / count, [.. counts.Select(c => (double)c / count)]);
    }

    private delegate void FillImages(int first, Span<float> images);
}
