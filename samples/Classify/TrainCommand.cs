using NetGen;
using NetGen.Reports;

namespace Classify;

/// <summary>Trains, keeps the best model, and writes what it predicts for the validation pictures.</summary>
internal static class TrainCommand
{
    public static int Run(TrainOptions options)
    {
        using Interruption interruption = new();
        PictureSets sets = PictureSets.Load(options, interruption.Token);
        OutFiles files = new(options.Out);
        files.Prepare(options.Resume);
        using Classifier model = new((ulong)options.Seed) { Threads = options.Threads };
        IReadOnlyList<string> pretrained = Pretrained.Load(model, options.Pretrained);
        Trainer trainer = Recipe.For(model, pretrained, options);
        trainer.CheckpointPath = files.Checkpoint;
        trainer.Resume = options.Resume;
        Report report = new($"Pictures of {string.Join(", ", sets.ClassNames)}") { Mean = Classifier.Mean, Deviation = Classifier.Deviation };
        foreach (TrainingCallback callback in Callbacks(files, sets, pretrained.Count, report))
        {
            trainer.Callbacks.Add(callback);
        }

        Console.WriteLine(sets);
        Console.WriteLine(FormattableString.Invariant($"{BuiltFor.Network}, {Classifier.ParameterCount} parameters, {BuiltFor.Size}×{BuiltFor.Size}; {options.Epochs} epochs, {options.Threads} threads"));
        TrainingResult result = Fit(trainer, sets, files, interruption.Token);
        if (result.Cancelled)
        {
            Console.WriteLine($"interrupted; the same command with --resume goes on{(File.Exists(files.Model) ? $". The best model so far: {files.Model}" : "")}");
            return Interruption.ExitCode;
        }

        EndOfTraining.Write(result, sets, files, report, options.Threads);
        return 0;
    }

    /// <summary>What watches the training.</summary>
    private static IEnumerable<TrainingCallback> Callbacks(OutFiles files, PictureSets sets, int pretrained, Report report) =>
    [
        new SaveBest(files.Model) { Monitor = MonitoredMetric.ValidationAccuracy, Metadata = ModelFile.Metadata(sets.ClassNames) },
        new CsvLog(files.Log),
        new BegunWith(pretrained),
        new TrainingReport(files.Report, report),
    ];

    private static TrainingResult Fit(Trainer trainer, PictureSets sets, OutFiles files, CancellationToken cancellation)
    {
        try
        {
            return ConsoleReport.Watch(
                progress =>
                {
                    trainer.Progress = progress;
                    return trainer.Fit(sets.Train, sets.Validation, cancellation);
                });
        }
        catch (WeightFileException problem)
        {
            throw new InputException($"""
                --resume: {problem.Message}
                Give the data and settings that this training was begun with, or another --out.
                """);
        }
        catch (Exception problem) when (problem is (IOException and not DataFileException) or UnauthorizedAccessException)
        {
            string kept = File.Exists(files.Checkpoint) ? $"{files.Checkpoint} is as it was before, and --resume goes on from it." : "Nothing was kept yet.";
            throw new IOException($"{problem.Message}\n{kept}", problem);
        }
    }
}
