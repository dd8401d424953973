using System.CommandLine;

namespace Enlarge;

/// <summary>The two commands, their options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "The folder of CIFAR-10's six .bin files, or a folder of pictures, of which those in its folder val, or every fifth, are judged by. Without it, pictures are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the training tiles. Default: {Recipe.Epochs}; {Recipe.DrawnEpochs} for drawn pictures.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of the network, the checkpoint, the log and the picture; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "enlarged",
    };

    private static readonly Argument<string> s_picture = new("picture") { Description = "The picture.", HelpName = "FILE" };
    private static readonly Option<string> s_weights = new("--weights") { Description = "The trained network.", HelpName = "FILE", DefaultValueFactory = _ => "enlarged/espcn.safetensors" };
    private static readonly Option<string> s_png = new("--out") { Description = "The PNG file to write.", HelpName = "FILE", DefaultValueFactory = _ => "enlarged.png" };

    /// <summary>The commands, which hand their options on.</summary>
    public static RootCommand Make(Func<EnlargeOptions, int> train, Func<PictureOptions, int> enlarge)
    {
        Command second = new("picture", "Enlarges a picture by a network that was trained before.") { s_picture, s_weights, s_threads, s_png };
        second.SetAction(parsed =>
        {
            string file = parsed.GetValue(s_png)!;
            OutputFile.Check(s_png.Name, file);
            return enlarge(new PictureOptions(parsed.GetValue(s_picture)!, parsed.GetValue(s_weights)!, Threads(parsed), file));
        });
        RootCommand root = new("Trains a network that makes pictures twice as large.") { s_data, s_epochs, s_seed, s_threads, s_out, second };
        root.SetAction(parsed =>
        {
            string? data = parsed.GetValue(s_data);
            return train(new EnlargeOptions(
                data,
                parsed.GetValue(s_epochs) ?? (data is null ? Recipe.DrawnEpochs : Recipe.Epochs),
                parsed.GetValue(s_seed) ?? 1,
                Threads(parsed),
                OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!)));
        });
        return root;
    }

    private static int Threads(ParseResult parsed) => parsed.GetValue(s_threads) ?? Environment.ProcessorCount;
}
