using Digits;
using NetGen;

namespace Generate;

/// <summary>Trains the pair, shows what it makes, and has it judged.</summary>
internal static class GenerateRun
{
    public const int Epochs = 8;
    public const int DrawnEpochs = 4;

    private const int BatchSize = 64;
    private const int Judged = 10_000;

    /// <summary>How much of a training has the first rate, which then falls to 0 in a line: the two networks stop chasing each other.</summary>
    private const double ConstantPart = 0.5;

    /// <summary>What random numbers are for, so that each purpose has a sequence of its own; the order's is 0.</summary>
    private const int Training = 1;
    private const int Samples = 2;
    private const int Walk = 3;
    private const int Judging = 4;

    public static int Go(GenerateOptions options)
    {
        using Interruption interruption = new();
        RealImages images = RealImages.Load(options);
        Directory.CreateDirectory(options.Out);
        using AdversarialPair pair = MakePair(images, options);
        pair.Threads = options.Threads;
        Console.WriteLine($"{images.Name}: {images.Train.Count} images; {pair.Average.Description.ParameterCount} parameters of the generator, {options.Threads} threads");
        if (!Train(pair, images, options, interruption.Token))
        {
            return Interrupted();
        }

        (string weights, string samples, string walk) = (File("generator.safetensors"), File("samples.png"), File("walk.png"));
        pair.Average.Save(weights);
        Sheets.WriteSamples(samples, pair.Average, Random(Samples));
        Sheets.WriteWalk(walk, pair.Average, Random(Walk));
        Console.WriteLine($"{weights}: the generator; {samples}: what it makes; {walk}: on the way between random points");
        if (!images.AreDigits)
        {
            return 0;
        }

        using DeepConvNet? judge = Judge.Get(images.Train, images.Test, options, interruption.Token);
        if (judge is null)
        {
            return Interrupted();
        }

        double accuracy = Exam.Take(judge, images.Test).Accuracy;
        Console.WriteLine($"The judge has {accuracy:P2} of the test images right, with a mean confidence of {Verdict.Of(judge, images.Test).Confidence:F4}.");
        Print(Verdict.Of(judge, pair.Average, Judged, Random(Judging)));
        return 0;

        string File(string name) => Path.Combine(options.Out, name);

        RandomSource Random(int purpose) => new((ulong)options.Seed, purpose, 0);
    }

    private static AdversarialPair MakePair(RealImages images, GenerateOptions options)
    {
        ulong seed = (ulong)options.Seed;
        return images.AreDigits
            ? new AdversarialPair(new DigitGenerator(seed), new DigitGenerator(seed), new DigitDiscriminator(seed), BatchSize, seed)
            : new AdversarialPair(new ColourGenerator(seed), new ColourGenerator(seed), new ColourDiscriminator(seed), BatchSize, seed);
    }

    private static bool Train(AdversarialPair pair, RealImages images, GenerateOptions options, CancellationToken cancellation)
    {
        int epochs = options.Epochs ?? (options.Data is null ? DrawnEpochs : Epochs);
        int size = images.Train.InputSize;
        float[] real = new float[BatchSize * size];
        float[] noise = new float[BatchSize * Noise.Size];
        EpochOrder order = new(images.Train.Count, BatchSize, (ulong)options.Seed);
        SequentialSchedule schedule = new([new ConstantSchedule(AdversarialPair.Rate), new LinearSchedule(AdversarialPair.Rate, 0)], [epochs * ConstantPart]);
        StepLoop loop = new("generator", ["discriminator's loss", "generator's loss"], epochs, order.Steps, BatchSize);
        SavedState state = pair.StateIn(
            options.Out, FormattableString.Invariant($"{images.Name}, {images.Train.Count} images, {epochs} epochs, batch {BatchSize}, seed {options.Seed}"));
        return loop.Run(
            state,
            (number, figures) =>
            {
                int at = 0;
                foreach (int index in order.Batch(number))
                {
                    images.Copy(index, real.AsSpan(size * at++, size));
                }

                pair.LearningRate = schedule.Rate(number, (long)epochs * order.Steps, order.Steps);
                RandomSource random = new((ulong)options.Seed, Training, (int)number);
                Noise.Fill(noise, ref random);
                (figures[0], figures[1]) = pair.Step(number, real, noise);
            },
            epochEnded: null,
            cancellation);
    }

    private static int Interrupted()
    {
        Console.WriteLine("interrupted: the same command goes on from here");
        return Interruption.ExitCode;
    }

    private static void Print(Verdict verdict)
    {
        Console.WriteLine($"Of {verdict.Count} generated digits it takes these shares for");
        Console.WriteLine(string.Join("  ", verdict.Shares.Select((share, digit) => $"{digit}: {share:P1}")));
        Console.WriteLine($"mean confidence {verdict.Confidence:F4}; shares from {verdict.Shares.Min():P1} to {verdict.Shares.Max():P1}");
    }
}
