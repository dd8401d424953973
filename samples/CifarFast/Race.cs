using NetGen;

namespace CifarFast;

/// <summary>Trains with each seed, tests once at the end, and shows the table.</summary>
internal static class Race
{
    /// <summary>Test images that are looked at after each epoch, to show how it goes; nothing is chosen by them.</summary>
    private const int Glance = 2_000;

    public static int Run(FastOptions options)
    {
        Cifar10 cifar = CifarFolder.Load(options.Data, Cifar10.Mean, Cifar10.Deviation);
        Directory.CreateDirectory(options.Out);
        using Interruption interruption = new();
        Console.WriteLine(FormattableString.Invariant(
            $"{FastNet.ParameterCount} parameters, {cifar.Train.Count} images, {options.Epochs} epochs, {options.Threads} threads; checkpoints, logs and weights in {options.Out}"));
        List<RaceResult> results = [];
        for (int seed = options.Seed; seed < options.Seed + options.Runs; seed++)
        {
            if (Train(cifar, seed, options, interruption.Token) is not { } result)
            {
                Console.WriteLine("interrupted: the same command goes on from here");
                return Interruption.ExitCode;
            }

            Console.WriteLine(FormattableString.Invariant(
                $"seed {seed}  test accuracy {result.Accuracy:F4}, with flips and shifts {result.WithViews:F4}, after {result.Minutes:F1} minutes of training; weights in {result.Weights}"));
            results.Add(result);
            ResultTable.Write(results, Path.Combine(options.Out, "table.csv"));
        }

        if (results.Count > 1)
        {
            ResultTable.Print(results);
        }

        return 0;
    }

    /// <summary>Trains with one seed; null where that was interrupted.</summary>
    private static RaceResult? Train(Cifar10 cifar, int seed, FastOptions options, CancellationToken cancellation)
    {
        string path = Path.Combine(options.Out, FormattableString.Invariant($"seed{seed}"));
        using FastNet net = Recipe.Create(cifar.Train, seed);
        net.Threads = options.Threads;
        Clock clock = new();
        try
        {
            TrainingResult training = ConsoleReport.Watch(
                progress =>
                {
                    Trainer trainer = Recipe.For(net, cifar.Train, options.Epochs, seed, path);
                    trainer.Progress = progress;
                    trainer.Callbacks.Add(clock);
                    return trainer.Fit(cifar.Train, cifar.Test.Slice(0, Glance), cancellation);
                },
                options.Runs > 1 ? FormattableString.Invariant($"seed {seed}") : "");
            if (training.Cancelled)
            {
                return null;
            }

            double minutes = clock.Elapsed.TotalMinutes;
            string weights = path + ".safetensors";
            net.Save(weights);
            EvaluationOptions evaluation = new() { Cancellation = cancellation };
            return new RaceResult(
                seed,
                Evaluator.Run(net, cifar.Test, evaluation).Accuracy!.Value,
                Evaluator.Run(new TestTimeAugmentation(net, Recipe.Views(cifar.Test.InputShape)), cifar.Test, evaluation).Accuracy!.Value,
                minutes,
                weights);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (WeightFileException problem)
        {
            throw new InputException($"""
                --out: {problem.Message}
                Give the settings that this folder was begun with, or another --out.
                """);
        }
    }
}
