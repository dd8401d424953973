using NetGen;

namespace Enlarge;

/// <summary>Trains the network and judges it on pictures it has not seen.</summary>
internal static class EnlargeRun
{
    public static int Train(EnlargeOptions options)
    {
        using Interruption interruption = new();
        PictureSource source = PictureSource.Load(options, interruption.Token);
        TileSet train = new(source.Train);
        TileSet test = new(source.Test);
        if (train.Count == 0 || test.Count == 0)
        {
            throw new InputException($"--data: expected pictures of at least {Tile.Made}×{Tile.Made} pixels to train with and to judge by, actual {train.Count} and {test.Count} tiles of that size.");
        }

        Directory.CreateDirectory(options.Out);
        OutFiles files = new(options.Out);
        using Espcn network = Recipe.Create(options.Seed);
        network.Threads = options.Threads;
        Console.WriteLine($"{source.Name}: {source.Train.Count} to train with ({train.Count} tiles), {source.Test.Count} to judge by; {Espcn.ParameterCount} parameters, {options.Threads} threads");
        TrainingResult result = Fit(network, train, test, files, options, interruption.Token);
        if (result.Cancelled)
        {
            Console.WriteLine($"interrupted after {result.Steps} steps: the same command goes on from here");
            return Interruption.ExitCode;
        }

        network.Save(files.Weights);
        Enlarger enlarger = new(network);
        ComparisonSheet.Write(files.Sheet, enlarger, source.Test);
        Console.WriteLine($"{files.Weights}: the network; {files.Sheet}: small picture, cubic curves, network and truth, a picture a row");
        Print(Judgement.Of(enlarger, source.Test, interruption.Token));
        return 0;
    }

    private static TrainingResult Fit(Espcn network, TileSet train, TileSet test, OutFiles files, EnlargeOptions options, CancellationToken cancellation)
    {
        try
        {
            return ConsoleReport.Watch(progress =>
            {
                Trainer trainer = Recipe.For(network, files, options);
                trainer.Progress = progress;
                return trainer.Fit(train, test, cancellation);
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

    private static void Print(Judgement judgement)
    {
        if (judgement.Exact > 0)
        {
            Console.WriteLine($"{judgement.Exact} pictures are made exactly by the network or by cubic curves; they are not counted");
        }

        Console.WriteLine($"the network is nearer to the truth on {judgement.Better} of {judgement.Count} pictures");
        Console.WriteLine($"PSNR {judgement.Network:F2} dB, bicubic {judgement.Bicubic:F2} dB: {judgement.Gain:F2} dB above it, on average over {judgement.Count} pictures that were not trained with");
    }
}
