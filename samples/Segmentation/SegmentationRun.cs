using System.Diagnostics;
using NetGen;

namespace Segmentation;

/// <summary>Trains, examines on the test set, and shows what came of it.</summary>
internal static class SegmentationRun
{
    public static int Run(SegmentationOptions options)
    {
        SceneSets sets = options.Data is null ? DrawnScenes.Make(options.Seed) : CamVid.Load(options.Data);
        Directory.CreateDirectory(options.Out);
        string path = Path.Combine(options.Out, options.Network == NetworkKind.SegNet ? "segnet" : "fcn8s");
        using Interruption interruption = new();
        using Model model = Recipe.Create(options);
        Console.WriteLine(FormattableString.Invariant(
            $"{(options.Data is null ? "drawn scenes" : "street scenes")}: {sets.Train.Count} to train with, {sets.Test.Count} to test with; {model.Description.ParameterCount} parameters, {options.Threads} threads"));
        long started = Stopwatch.GetTimestamp();
        TrainingResult result = Train(model, sets, options, path, interruption.Token);
        if (result.Cancelled)
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        model.Save(path + ".safetensors");
        ConfusionMatrix matrix = new(sets.Classes.Count, sets.Classes);
        Evaluator.Run(model, sets.Test, new EvaluationOptions { BatchSize = 8, IgnoreLabel = sets.Void, Cancellation = interruption.Token }, matrix);
        ClassTable.Print(matrix);
        ScenePictures.Save(model, sets, path + ".png");
        Console.WriteLine(FormattableString.Invariant(
            $"{result.Steps} steps, {Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes; weights in {path}.safetensors, picture in {path}.png"));
        Console.WriteLine(FormattableString.Invariant($"test pixel accuracy {matrix.Accuracy:F4}, mean IoU {matrix.MeanIoU:F4}"));
        return 0;
    }

    private static TrainingResult Train(Model model, SceneSets sets, SegmentationOptions options, string path, CancellationToken cancellation)
    {
        try
        {
            return ConsoleReport.Watch(progress =>
            {
                Trainer trainer = Recipe.For(model, sets, options, path);
                trainer.Progress = progress;
                return trainer.Fit(sets.Train, sets.Validation, cancellation);
            });
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
