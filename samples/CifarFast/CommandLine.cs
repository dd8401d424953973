using System.CommandLine;

namespace CifarFast;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private const int MaximumRuns = 100;

    private static readonly Option<string> s_data = new("--data")
    {
        Description = "The folder of CIFAR-10's six .bin files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "cifar-10",
    };

    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue - MaximumRuns, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_runs = NumberOption.Make("--runs", 1, MaximumRuns, "How many seeds to train with, one after the other, counted up from --seed. Default: 1.");
    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the images. Default: {Recipe.Epochs}.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of checkpoints, logs, weights and the table; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "fast",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<FastOptions, int> run)
    {
        RootCommand root = new("Trains a small network on CIFAR-10 to 94 % in a few epochs.") { s_data, s_seed, s_runs, s_epochs, s_threads, s_out };
        root.SetAction(parsed => run(new FastOptions(
            parsed.GetValue(s_data)!,
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_runs) ?? 1,
            parsed.GetValue(s_epochs) ?? Recipe.Epochs,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            Folder(parsed.GetValue(s_out)!))));
        return root;
    }

    private static string Folder(string folder)
    {
        if (folder.Length == 0 || File.Exists(folder))
        {
            throw new InputException($"--out: \"{folder}\" is not the name of a folder.");
        }

        return folder;
    }
}
