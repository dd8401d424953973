using Digits;
using NetGen;

namespace Generate;

/// <summary>The network that reads digits.</summary>
internal static class Judge
{
    private const int Epochs = 20;
    private const int DrawnEpochs = 3;

    /// <summary>Loads it, or trains it with the recipe of samples/Digits; null where that was interrupted.</summary>
    public static DeepConvNet? Get(ImageDataset train, ImageDataset test, GenerateOptions options, CancellationToken cancellation)
    {
        string file = options.Judge ?? Path.Combine(options.Out, "judge.safetensors");
        if (options.Judge is not null || File.Exists(file))
        {
            try
            {
                DeepConvNet loaded = DeepConvNet.FromFile(file);
                loaded.Threads = options.Threads;
                return loaded;
            }
            catch (IOException problem)
            {
                throw new InputException($"--judge: {problem.Message}");
            }
        }

        DeepConvNet judge = new((ulong)options.Seed) { Threads = options.Threads };
        TrainingResult result = ConsoleReport.Watch(
            progress =>
            {
                Trainer trainer = Recipe.For(judge, 0, new RunOptions(options.Data, options.Data is null ? DrawnEpochs : Epochs, options.Seed, options.Threads, Ensemble: 1, file));
                trainer.Progress = progress;
                return trainer.Fit(train, test, cancellation);
            },
            "judge");
        if (result.Cancelled)
        {
            judge.Dispose();
            return null;
        }

        judge.Save(file);
        return judge;
    }
}
