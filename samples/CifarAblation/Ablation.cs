using NetGen;

namespace CifarAblation;

/// <summary>Trains the stages one after the other, and shows the table after each.</summary>
internal static class Ablation
{
    /// <summary>Test images are a fifth as many as training images.</summary>
    private const int TestShare = 5;

    public static int Run(AblationOptions options)
    {
        using MpiWorld? world = options.Mpi ? MpiWorld.Init() : null;
        if (world is { IsFirst: false })
        {
            // One process speaks for all.
            Console.SetOut(TextWriter.Null);
        }

        try
        {
            return Run(options, world);
        }
        catch (Exception problem) when (world is { Size: > 1 })
        {
            // What this rank has, as a missing folder, others may not have: they would wait for it.
            world.Abort(problem.Message);
            throw;
        }
    }

    private static int Run(AblationOptions options, World? world)
    {
        Cifar10 cifar = CifarFolder.Load(options.Data, Cifar10.Mean, Cifar10.Deviation);
        Dataset train = cifar.Train.Slice(0, options.Images);
        Dataset test = cifar.Test.Slice(0, options.Images / TestShare);
        Directory.CreateDirectory(options.Out);
        using Interruption interruption = new();
        Console.WriteLine(FormattableString.Invariant($"{train.Count} images, {options.Epochs} epochs a stage, {options.Threads ?? Environment.ProcessorCount} threads; checkpoints, logs and report.html in {options.Out}"));
        List<StageResult> results = [];
        AblationReport report = new(options);
        foreach (Stage stage in options.Stages.Select(number => Stage.All[number - 1]))
        {
            if (interruption.Token.IsCancellationRequested)
            {
                break;
            }

            results.Add(Train(stage, train, test, options, report, world, interruption.Token));
            if (world is not { IsFirst: false })
            {
                ResultTable.Print(results);
                ResultTable.Write(results, Path.Combine(options.Out, "table.csv"));
                report.Show(results);
            }
        }

        if (world is not { IsFirst: false })
        {
            report.End();
        }

        if (interruption.Token.IsCancellationRequested)
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        return 0;
    }

    private static StageResult Train(Stage stage, Dataset train, Dataset test, AblationOptions options, AblationReport report, World? world, CancellationToken cancellation)
    {
        using Model model = stage.Create((ulong)options.Seed);
        if (options.Threads is { } threads)
        {
            model.Threads = threads;
        }

        try
        {
            TrainingResult result = ConsoleReport.Watch(
                progress =>
                {
                    Trainer trainer = Recipe.For(stage, model, train, options);
                    trainer.Progress = progress;
                    trainer.World = world;
                    trainer.Callbacks.Add(report.Of(stage));
                    return trainer.Fit(train, test, cancellation);
                },
                FormattableString.Invariant($"{stage.Number} {stage.Name}"));
            return new StageResult(stage, model.Description.ParameterCount, result.Epochs);
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
