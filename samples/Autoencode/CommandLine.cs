using System.CommandLine;

namespace Autoencode;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Train on MNIST: the folder of its four IDX files, plain or .gz. Without it, on digits that are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<NetworkKind?> s_network = ChoiceOption.Make(
        "--network",
        "Which networks to train: the convolutional autoencoder, the variational one with codes of 2 values, or that with codes of 50",
        ("all", NetworkKind.All),
        ("convolutional", NetworkKind.Convolutional),
        ("plane", NetworkKind.Plane),
        ("variational", NetworkKind.Variational));

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the training images. {EpochsText()}");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of networks and pictures; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "autoencoded",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<AutoencodeOptions, int> run)
    {
        RootCommand root = new("Trains autoencoders of digits, a convolutional and a variational one.") { s_data, s_network, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed =>
        {
            string? data = parsed.GetValue(s_data);
            return data is null || Directory.Exists(data)
                ? run(new AutoencodeOptions(
                    data,
                    parsed.GetValue(s_network) ?? NetworkKind.All,
                    parsed.GetValue(s_epochs),
                    parsed.GetValue(s_seed) ?? 1,
                    parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
                    OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!)))
                : throw new InputException($"--data: there is no folder \"{data}\".");
        });
        return root;
    }

    private static string EpochsText() =>
        $"Default: {ConvolutionalTraining.Epochs} of the convolutional one, {VariationalTraining.PlaneEpochs} and {VariationalTraining.Epochs} of the others; {ConvolutionalTraining.DrawnEpochs} and {VariationalTraining.DrawnEpochs} for drawn digits.";
}
