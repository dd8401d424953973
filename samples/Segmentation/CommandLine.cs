using System.CommandLine;

namespace Segmentation;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Train on street scenes: the folder of CamVid in SegNet's form, halved to 240×180. Without it, on scenes that are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<NetworkKind?> s_network = ChoiceOption.Make("--network", "Which network is trained", ("segnet", NetworkKind.SegNet), ("fcn8s", NetworkKind.Fcn8s));
    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the training images. Default: {Recipe.StreetEpochs}; {Recipe.DrawnEpochs} for drawn scenes.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of checkpoint, log, weights and picture; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "segmentation",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<SegmentationOptions, int> run)
    {
        RootCommand root = new("Trains a network to say of each pixel what it shows.") { s_data, s_network, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed => run(Read(parsed)));
        return root;
    }

    private static SegmentationOptions Read(ParseResult parsed)
    {
        string? data = parsed.GetValue(s_data);
        if (data is not null && !Directory.Exists(data))
        {
            throw new InputException($"--data: there is no folder \"{data}\".");
        }

        string folder = parsed.GetValue(s_out)!;
        if (folder.Length == 0 || File.Exists(folder))
        {
            throw new InputException($"--out: \"{folder}\" is not the name of a folder.");
        }

        return new SegmentationOptions(
            data,
            parsed.GetValue(s_network) ?? NetworkKind.SegNet,
            parsed.GetValue(s_epochs) ?? (data is null ? Recipe.DrawnEpochs : Recipe.StreetEpochs),
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            folder);
    }
}
