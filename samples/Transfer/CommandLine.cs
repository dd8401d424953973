using System.CommandLine;

namespace Transfer;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<string> s_data = new("--data")
    {
        Description = "The folder with the folders train and val, each with ants and bees.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "hymenoptera_data",
    };

    private static readonly Option<string> s_weights = new("--weights")
    {
        Description = "The pretrained weights, which samples/TransferWeights writes.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "resnet18.safetensors",
    };

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The file for the weights of the best epoch.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "ants-and-bees.safetensors",
    };

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 1000, $"Passes over the photographs with all layers. Default: {Recipe.Epochs}.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<TransferOptions, int> run)
    {
        RootCommand root = new("Teaches a network that was trained on ImageNet to tell ants from bees.") { s_data, s_weights, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed =>
        {
            string output = parsed.GetValue(s_out)!;
            OutputFile.Check(s_out.Name, output);
            return run(new TransferOptions(
                parsed.GetValue(s_data)!,
                parsed.GetValue(s_weights)!,
                parsed.GetValue(s_epochs) ?? Recipe.Epochs,
                parsed.GetValue(s_seed) ?? 1,
                parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
                output));
        });
        return root;
    }
}
