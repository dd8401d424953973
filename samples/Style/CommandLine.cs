using System.CommandLine;

namespace Style;

/// <summary>The commands, their options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_content = File("--content", "The photograph; of other proportions than 4 to 3 its middle. Without it, a scene is drawn for the run.");
    private static readonly Option<string?> s_style = File("--style", "The painting whose style is taken.");
    private static readonly Option<string?> s_weights = File("--weights", "The pretrained weights, which samples/TransferWeights writes.");
    private static readonly Option<int?> s_rounds = NumberOption.Make(
        "--epochs", 1, 10_000, $"Rounds of {PictureRun.EpochSteps} steps. Default: {PictureRun.Epochs}; {PictureRun.DrawnEpochs} for a drawn scene.");

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the pictures. Default: {PainterRun.Epochs}; {PainterRun.DrawnEpochs} for drawn ones.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");
    private static readonly Option<string> s_out = Folder("styled", "The folder of the picture; a run that it holds is gone on with.");

    private static readonly Option<string?> s_photographs = new("--photographs")
    {
        Description = "The folder of photographs to train with, those in its folders included; with --content, --style and --weights.",
        HelpName = "DIR",
    };

    private static readonly Option<string> s_painterOut = Folder("painter", "The folder of the network and its picture; a training that it holds is gone on with.");
    private static readonly Argument<string> s_picture = new("picture") { Description = "The picture.", HelpName = "FILE" };
    private static readonly Option<string> s_network = new("--network") { Description = "The trained network.", HelpName = "FILE", DefaultValueFactory = _ => "painter/painter.safetensors" };
    private static readonly Option<string> s_png = new("--out") { Description = "The PNG file to write.", HelpName = "FILE", DefaultValueFactory = _ => "painted.png" };

    /// <summary>The commands, which hand their options on.</summary>
    public static RootCommand Make(Func<PictureOptions, int> go, Func<PainterOptions, int> train, Func<PaintOptions, int> paint)
    {
        Command second = new("train", "Trains a network that repaints any picture in one style.") { s_content, s_style, s_weights, s_photographs, s_epochs, s_seed, s_threads, s_painterOut };
        second.SetAction(parsed => train(ReadPainter(parsed)));
        Command third = new("paint", "Repaints a picture by a network that was trained before.") { s_picture, s_network, s_threads, s_png };
        third.SetAction(parsed =>
        {
            string file = parsed.GetValue(s_png)!;
            OutputFile.Check(s_png.Name, file);
            return paint(new PaintOptions(parsed.GetValue(s_picture)!, parsed.GetValue(s_network)!, Threads(parsed), file));
        });
        RootCommand root = new("Paints a picture in the style of a painting.") { s_content, s_style, s_weights, s_rounds, s_seed, s_threads, s_out, second, third };
        root.SetAction(parsed =>
        {
            PhotographFiles? files = Files(parsed);
            return go(new PictureOptions(
                files,
                parsed.GetValue(s_rounds) ?? (files is null ? PictureRun.DrawnEpochs : PictureRun.Epochs),
                parsed.GetValue(s_seed) ?? 1,
                Threads(parsed),
                OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!)));
        });
        return root;
    }

    private static PainterOptions ReadPainter(ParseResult parsed)
    {
        PhotographFiles? files = Files(parsed);
        string? pictures = parsed.GetValue(s_photographs);
        return (files is null) == (pictures is null)
            ? new PainterOptions(
                files,
                pictures,
                parsed.GetValue(s_epochs) ?? (files is null ? PainterRun.DrawnEpochs : PainterRun.Epochs),
                parsed.GetValue(s_seed) ?? 1,
                Threads(parsed),
                OutputFolder.Check(s_painterOut.Name, parsed.GetValue(s_painterOut)!))
            : throw new InputException("--photographs goes with --content, --style and --weights: give all four, or none to draw.");
    }

    /// <summary>The three files that belong together; null where there is none.</summary>
    private static PhotographFiles? Files(ParseResult parsed) => (parsed.GetValue(s_content), parsed.GetValue(s_style), parsed.GetValue(s_weights)) switch
    {
        (null, null, null) => null,
        ({ } content, { } style, { } weights) => new PhotographFiles(content, style, weights),
        _ => throw new InputException("--content, --style and --weights go together: give all three, or none to draw."),
    };

    private static int Threads(ParseResult parsed) => parsed.GetValue(s_threads) ?? Environment.ProcessorCount;

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static Option<string> Folder(string name, string description) => new("--out")
    {
        Description = description,
        HelpName = "DIR",
        DefaultValueFactory = _ => name,
    };
}
