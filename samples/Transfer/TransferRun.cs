using System.Diagnostics;
using NetGen;
using NetGen.Images;

namespace Transfer;

/// <summary>Loads, trains the head, trains all, and tells what came of it.</summary>
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
            Trainer head = Recipe.ForHead(net, train, options.Seed);
            bool finished = Fit("head", head) && Fit("all", Recipe.ForAll(net, head, train, options.Seed, options.Epochs));
            if (!finished)
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

    private static int Interrupted(TransferOptions options, BestWeights best)
    {
        Console.WriteLine(best.Exist ? $"interrupted; the best epoch so far is in {options.Out}" : "interrupted before the first epoch's end; nothing was written");
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
