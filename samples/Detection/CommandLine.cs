using System.CommandLine;

namespace Detection;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Train on blood cells: the folder of BCCD in VOC's form, halved to 320×240. Without it, on cells that are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<ProposalKind?> s_proposals = ChoiceOption.Make(
        "--proposals", "Where the boxes come from that the second stage looks at", ("network", ProposalKind.Network), ("windows", ProposalKind.Windows));

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the training images. Default: {DetectionRun.CellEpochs}; {DetectionRun.DrawnEpochs} for drawn cells.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of state, weights and picture; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "detection",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<DetectionOptions, int> run)
    {
        RootCommand root = new("Trains a network to find cells: where they are, and of which kind.") { s_data, s_proposals, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed => run(Read(parsed)));
        return root;
    }

    private static DetectionOptions Read(ParseResult parsed)
    {
        string? data = parsed.GetValue(s_data);
        if (data is not null && !Directory.Exists(data))
        {
            throw new InputException($"--data: there is no folder \"{data}\".");
        }

        return new DetectionOptions(
            data,
            parsed.GetValue(s_proposals) ?? ProposalKind.Network,
            parsed.GetValue(s_epochs) ?? (data is null ? DetectionRun.DrawnEpochs : DetectionRun.CellEpochs),
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            OutputFolder.Check("--out", parsed.GetValue(s_out)!));
    }
}
