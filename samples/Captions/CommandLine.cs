using System.CommandLine;

namespace Captions;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the training scenes to learn sentences from. Default: {Recipe.Epochs}.");
    private static readonly Option<int?> s_beam = NumberOption.Make("--beam", 1, 1_000, $"Beginnings of sentences that the search goes on with; 1 takes the likeliest word each time. Default: {Recipe.Beam}.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run; another one holds other combinations out. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of the networks, their checkpoints and logs, and the picture; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "captions",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<CaptionsOptions, int> run)
    {
        RootCommand root = new("Trains a network to say in a sentence what a drawn scene shows.") { s_epochs, s_beam, s_seed, s_threads, s_out };
        root.SetAction(parsed => run(new CaptionsOptions(
            parsed.GetValue(s_epochs) ?? Recipe.Epochs,
            parsed.GetValue(s_beam) ?? Recipe.Beam,
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!))));
        return root;
    }
}
