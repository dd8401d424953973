using System.CommandLine;

namespace Style;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_content = File("--content", "The photograph; of other proportions than 4 to 3 its middle. Without it, a scene is drawn for the run.");
    private static readonly Option<string?> s_style = File("--style", "The painting whose style is taken.");
    private static readonly Option<string?> s_weights = File("--weights", "The pretrained weights, which samples/TransferWeights writes.");
    private static readonly Option<int?> s_epochs = NumberOption.Make(
        "--epochs", 1, 10_000, $"Rounds of {PictureRun.EpochSteps} steps. Default: {PictureRun.Epochs}; {PictureRun.DrawnEpochs} for a drawn scene.");

    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");
    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of the picture; a run that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "styled",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<PictureOptions, int> go)
    {
        RootCommand root = new("Paints a picture in the style of a painting.") { s_content, s_style, s_weights, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed =>
        {
            PhotographFiles? files = Files(parsed);
            return go(new PictureOptions(
                files,
                parsed.GetValue(s_epochs) ?? (files is null ? PictureRun.DrawnEpochs : PictureRun.Epochs),
                parsed.GetValue(s_seed) ?? 1,
                parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
                OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!)));
        });
        return root;
    }

    /// <summary>The three files that belong together; null where there is none.</summary>
    private static PhotographFiles? Files(ParseResult parsed) => (parsed.GetValue(s_content), parsed.GetValue(s_style), parsed.GetValue(s_weights)) switch
    {
        (null, null, null) => null,
        ({ } content, { } style, { } weights) => new PhotographFiles(content, style, weights),
        _ => throw new InputException("--content, --style and --weights go together: give all three, or none to draw."),
    };

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
