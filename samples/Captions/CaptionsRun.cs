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
        Console.WriteLine(
            $"drawn scenes: {train.Count} of {combinations.Trained.Count} combinations to train with, {heldOut.Count} of {combinations.HeldOut.Count} others to judge by; " +
            $"{Captioner.ParameterCount} parameters, {options.Threads} threads");
        long started = Stopwatch.GetTimestamp();
        using Namer namer = new((ulong)options.Seed) { Threads = options.Threads };
        if (!Fit("things", namer, Recipe.NamerEpochs, new NounSet(train).Subset([.. Enumerable.Range(0, Recipe.NamerTrain)]), new NounSet(heldOut), files.Namer, options, interruption.Token))
        {
            return Interruption.ExitCode;
        }

        using Captioner network = Recipe.Create(OutFiles.Weights(files.Namer), options);
        if (!Fit("sentences", network, options.Epochs, train, heldOut, files.Captioner, options, interruption.Token))
        {
            return Interruption.ExitCode;
        }

        Judgement known = Judgement.Of(network, familiar, options, interruption.Token);
        Judgement judgement = Judgement.Of(network, heldOut, options, interruption.Token);
        CaptionSheet.Write(files.Sheet, heldOut, judgement);
        Console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes; {OutFiles.Weights(files.Captioner)}: the network; {files.Sheet}: held-out scenes with its sentences, red where one is not true");
        Print(judgement, known, heldOut, combinations);
        return 0;
    }

    /// <summary>Trains a network, and keeps its weights at the end.</summary>
    /// <returns>Whether it came to its end; otherwise it was cancelled.</returns>
    private static bool Fit(string title, Model network, int epochs, Dataset train, Dataset heldOut, string path, CaptionsOptions options, CancellationToken cancellation)
    {
        TrainingResult result;
        try
        {
            result = ConsoleReport.Watch(
                progress =>
                {
                    Trainer trainer = Recipe.For(network, epochs, path, options.Seed);
                    trainer.Progress = progress;
                    return trainer.Fit(train, heldOut, cancellation);
                },
                title);
        }
        catch (WeightFileException problem)
        {
            throw new InputException($"""
                --out: {problem.Message}
                Give the settings that this folder was begun with, or another --out.
                """);
        }

        if (result.Cancelled)
        {
            Console.WriteLine($"{title}: interrupted after {result.Steps} steps: the same command goes on from here");
            return false;
        }

        network.Save(OutFiles.Weights(path));
        return true;
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
