using Digits;
using NetGen;

namespace Generate;

/// <summary>The network that reads digits, and what it says of generated ones.</summary>
internal static class Judge
{
    private const int Epochs = 20;
    private const int DrawnEpochs = 3;
    private const int Batch = 500;

    /// <summary>Loads it, or trains it with the recipe of samples/Digits; null where that was interrupted.</summary>
    public static DeepConvNet? Get(ImageDataset train, ImageDataset test, GenerateOptions options, CancellationToken cancellation)
    {
        string file = options.Judge ?? Path.Combine(options.Out, "judge.safetensors");
        if (options.Judge is not null || File.Exists(file))
        {
            try
            {
                DeepConvNet loaded = DeepConvNet.FromFile(file);
                loaded.Threads = options.Threads;
                return loaded;
            }
            catch (IOException problem)
            {
                throw new InputException($"--judge: {problem.Message}");
            }
        }

        DeepConvNet judge = new((ulong)options.Seed) { Threads = options.Threads };
        TrainingResult result = ConsoleReport.Watch(
            progress =>
            {
                Trainer trainer = Recipe.For(judge, 0, new RunOptions(options.Data, options.Data is null ? DrawnEpochs : Epochs, options.Seed, options.Threads, Ensemble: 1, file));
                trainer.Progress = progress;
                return trainer.Fit(train, test, cancellation);
            },
            "judge");
        if (result.Cancelled)
        {
            judge.Dispose();
            return null;
        }

        judge.Save(file);
        return judge;
    }

    /// <summary>Has it read generated digits.</summary>
    /// <param name="judge">The network that reads.</param>
    /// <param name="generator">The network that makes them.</param>
    /// <param name="count">How many, a multiple of 500.</param>
    /// <param name="random">What they are made of.</param>
    public static Verdict Of(Model judge, Model generator, int count, RandomSource random)
    {
        float[] noise = new float[Batch * Noise.Size];
        float[] images = new float[Batch * DigitGenerator.OutputSize];
        float[] probabilities = new float[Batch * Mnist.Classes];
        double confidence = 0;
        int[] counts = new int[Mnist.Classes];
        for (int first = 0; first < count; first += Batch)
        {
            Noise.Fill(noise, ref random);
            generator.Predict(noise, images);
            foreach (ref float pixel in images.AsSpan())
            {
                // From -1 to 1 to what the judge was trained with.
                pixel = (((pixel + 1) / 2) - Mnist.Mean) / Mnist.Deviation;
            }

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
}
