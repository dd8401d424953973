using System.Diagnostics;
using NetGen;
using NetGen.Images;

namespace Transfer;

/// <summary>Loads, trains part after part, and tells what came of it.</summary>
internal static class TransferRun
{
    public static int Run(TransferOptions options)
    {
        long started = Stopwatch.GetTimestamp();
        using Interruption interruption = new();
        using AntsAndBees net = new((ulong)options.Seed) { Threads = options.Threads };
        PretrainedWeights.Load(net, options.Weights);
        BestWeights best = new(options.Out);
        try
        {
            (ImageFolder train, ImageFolder validation) = Photographs.Load(options.Data, options.Threads, interruption.Token);
            Console.WriteLine($"{train.Count} photographs to train with, {validation.Count} to validate: {string.Join(", ", train.ClassNames)}");
            TrainHead(net, train, validation, best, options, interruption.Token);
            Trainer late = Recipe.ForLastStage(net, train, options.Seed);
            if (!Fit("last stage", late) || !Fit("all layers", Recipe.ForAll(net, late.Optimizer, train, options.Seed, options.Epochs)))
            {
                return Interrupted(options, best);
            }

            net.Load(options.Out);
            Report(net, validation, options.Out, Stopwatch.GetElapsedTime(started));
            return 0;

            bool Fit(string title, Trainer trainer)
            {
                trainer.Callbacks.Add(best);
                return !ConsoleReport.Watch(
                    progress =>
                    {
                        trainer.Progress = progress;
                        return trainer.Fit(train, validation, interruption.Token);
                    },
                    title).Cancelled;
            }
        }
        catch (OperationCanceledException)
        {
            return Interrupted(options, best);
        }
    }

    /// <summary>The head by itself, on what the frozen layers before it make of the photographs; then it takes its place in the network.</summary>
    private static void TrainHead(AntsAndBees net, ImageFolder train, ImageFolder validation, BestWeights best, TransferOptions options, CancellationToken cancellation)
    {
        (Dataset features, Dataset validated) = FeatureSet.Of(net, train, validation, cancellation);
        using Head head = new((ulong)options.Seed);
        TrainingResult result = Recipe.ForHead(head, options.Seed).Fit(features, validated, cancellation);
        cancellation.ThrowIfCancellationRequested();
        foreach (Parameter parameter in head.Parameters)
        {
            parameter.Values.CopyTo(net.Parameters[parameter.Path].Edit());
        }

        EpochResult last = result.Epochs[^1];
        best.Offer(net, last.Validation!.Value);
        Console.WriteLine($"head  {result.Epochs.Count} epochs on features  loss {last.Loss:F4}  accuracy {last.Accuracy:F4}  test {last.Validation!.Value.Accuracy:F4}");
    }

    private static int Interrupted(TransferOptions options, BestWeights best)
    {
        Console.WriteLine(best.Exist ? $"interrupted; the best weights so far are in {options.Out}" : "interrupted before the head was trained; nothing was written");
        return Interruption.ExitCode;
    }

    private static void Report(AntsAndBees net, ImageFolder validation, string file, TimeSpan elapsed)
    {
        MistakenSample[] mistakes = [.. Evaluator.MostMistaken(net, validation, validation.Count).Where(s => !s.IsCorrect)];
        Console.WriteLine($"{mistakes.Length} of {validation.Count} photographs were classified wrongly:");
        foreach (MistakenSample s in mistakes)
        {
            Console.WriteLine($"  {validation.PathOf(s.Index)}: {validation.ClassNames[s.Label]} taken for {validation.ClassNames[s.Predicted]} ({s.PredictedProbability:P0})");
        }

        double accuracy = 1 - ((double)mistakes.Length / validation.Count);
        Console.WriteLine($"the best epoch's weights are in {file}; {elapsed.TotalMinutes:F1} minutes in all");
        Console.WriteLine($"validation accuracy {accuracy:F4}");
    }
}
