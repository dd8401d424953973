using System.CommandLine;

namespace Digits;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private const int MnistEpochs = 20;
    private const int DrawnEpochs = 5;
    private const int EnsembleEpochs = 30;
    private const int MostNetworks = 100;

    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Train on MNIST: the folder of its four IDX files, plain or .gz. Without it, on digits that are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the training images. Default: {MnistEpochs}; {EnsembleEpochs} each with --ensemble; {DrawnEpochs} for drawn digits.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<int?> s_ensemble = NumberOption.Make(
        "--ensemble", 1, MostNetworks, "Trains so many networks, of the seeds from --seed on, longer and with images that vary more, and takes the mean of their predictions. Default: 1.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The file of weights to write; with --ensemble 3 three, whose names get a number.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "digits.safetensors",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<RunOptions, int> run)
    {
        RootCommand root = new("Trains a deep convolutional network to read digits.") { s_data, s_epochs, s_seed, s_threads, s_ensemble, s_out };
        root.SetAction(parsed => run(Read(parsed)));
        return root;
    }

    private static RunOptions Read(ParseResult parsed)
    {
        string? data = parsed.GetValue(s_data);
        if (data is not null && !Directory.Exists(data))
        {
            throw new InputException($"--data: there is no folder \"{data}\".");
        }

        string file = parsed.GetValue(s_out)!;
        OutputFile.Check("--out", file);
        int ensemble = parsed.GetValue(s_ensemble) ?? 1;
        return new RunOptions(
            data,
            parsed.GetValue(s_epochs) ?? (data is null ? DrawnEpochs : ensemble == 1 ? MnistEpochs : EnsembleEpochs),
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            ensemble,
            file);
    }
}
