using System.Diagnostics;
using NetGen;

namespace Captions;

/// <summary>Trains the network, and judges what it says of scenes whose combinations it has never seen.</summary>
internal static class CaptionsRun
{
    /// <summary>Sentences that are not true, to be told.</summary>
    private const int Told = 3;

    public static int Go(CaptionsOptions options)
    {
        using Interruption interruption = new();
        Combinations combinations = Combinations.Split(options.Seed);
        SceneSet train = new(combinations.Trained, Recipe.Train, options.Seed, Purpose.Train);
        SceneSet heldOut = new(combinations.HeldOut, combinations.HeldOut.Count * Recipe.ScenesEach, options.Seed, Purpose.HeldOut);
        SceneSet familiar = new(combinations.Trained, heldOut.Count, options.Seed, Purpose.Familiar);
        Directory.CreateDirectory(options.Out);
        OutFiles files = new(options.Out);
        using Captioner network = new((ulong)options.Seed) { Threads = options.Threads };
        Console.WriteLine(
            $"drawn scenes: {train.Count} of {combinations.Trained.Count} combinations to train with, {heldOut.Count} of {combinations.HeldOut.Count} others to judge by; " +
            $"{Captioner.ParameterCount} parameters, {options.Threads} threads");
        long started = Stopwatch.GetTimestamp();
        TrainingResult result = Fit(network, train, heldOut, files, options, interruption.Token);
        if (result.Cancelled)
        {
            Console.WriteLine($"interrupted after {result.Steps} steps: the same command goes on from here");
            return Interruption.ExitCode;
        }

        network.Save(files.Weights);
        Judgement known = Judgement.Of(network, familiar, options, interruption.Token);
        Judgement judgement = Judgement.Of(network, heldOut, options, interruption.Token);
        CaptionSheet.Write(files.Sheet, heldOut, judgement);
        Console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes; {files.Weights}: the network; {files.Sheet}: held-out scenes with its sentences, red where one is not true");
        Print(judgement, known, heldOut, combinations);
        return 0;
    }

    private static TrainingResult Fit(Captioner network, SceneSet train, SceneSet heldOut, OutFiles files, CaptionsOptions options, CancellationToken cancellation)
    {
        try
        {
            return ConsoleReport.Watch(progress =>
            {
                Trainer trainer = Recipe.For(network, files, options);
                trainer.Progress = progress;
                return trainer.Fit(train, heldOut, cancellation);
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

    private static void Print(Judgement judgement, Judgement known, SceneSet heldOut, Combinations combinations)
    {
        foreach ((int index, (string sentence, _)) in judgement.Captions.Index().Where(caption => !caption.Item.IsTrue).Take(Told))
        {
            Console.WriteLine($"not true: \"{sentence}\", where one may say \"{heldOut.Sentences(index, 1)[0]}\"");
        }

        Console.WriteLine($"of as many new scenes of combinations that were trained with, {known.True:P2} are told truly, BLEU-4 {known.Bleu:F4}");
        Console.WriteLine($"BLEU-4 {judgement.Bleu:F4} on held-out combinations, beside {Judgement.References} sentences a scene");
        Console.WriteLine($"true sentences {judgement.True:P2} of {heldOut.Count}, on {combinations.HeldOut.Count} combinations of shape, colour, relation, shape and colour that were never trained with");
    }
}
