using System.CommandLine;

namespace Generate;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Learn from MNIST, the folder of its four IDX files, or from CIFAR-10, the folder of its six .bin files. Without it, from digits that are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> s_judge = new("--judge")
    {
        Description = "Weights that samples/Digits wrote for these digits, to judge with. Without it, a judge is trained and kept in --out.",
        HelpName = "FILE",
    };

    private static readonly Option<int?> s_epochs = NumberOption.Make(
        "--epochs", 1, 10_000, $"Passes over the images. Default: {GenerateRun.Epochs}; {GenerateRun.DrawnEpochs} for drawn digits.");

    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of networks and pictures; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "generated",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<GenerateOptions, int> run)
    {
        RootCommand root = new("Trains a network that makes images, against one that tells them from real ones.") { s_data, s_judge, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed =>
        {
            string? data = parsed.GetValue(s_data);
            return data is null || Directory.Exists(data)
                ? run(new GenerateOptions(
                    data,
                    parsed.GetValue(s_epochs),
                    parsed.GetValue(s_judge),
                    parsed.GetValue(s_seed) ?? 1,
                    parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
                    OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!)))
                : throw new InputException($"--data: there is no folder \"{data}\".");
        });
        return root;
    }
}
