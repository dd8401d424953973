using System.CommandLine;

namespace Cifar;

/// <summary>The two commands and their options.</summary>
internal static class CommandLine
{
    private const int Epochs = 30;
    private const int Images = 5000;
    private const int TrainingImages = 50_000;

    private static readonly Option<string> s_data = new("--data")
    {
        Description = "The folder of CIFAR-10's six .bin files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "cifar-10",
    };

    private static readonly Option<string> s_weights = new("--weights")
    {
        Description = "The weights that were trained in PyTorch.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "resnet20-12fca82f.safetensors",
    };

    private static readonly Option<string> s_mistakes = new("--mistakes")
    {
        Description = "The PNG of wrongly classified images to write.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "mistakes.png",
    };

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The SVG of training-error curves to write.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "degradation.svg",
    };

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 1000, $"Passes over the images. Default: {Epochs}.");
    private static readonly Option<int?> s_images = NumberOption.Make("--images", 128, TrainingImages, $"How many of the training images to take. Default: {Images}.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    /// <summary>The commands, which hand their options on.</summary>
    public static RootCommand Make(Func<ClassifyOptions, int> classify, Func<DegradationOptions, int> degradation)
    {
        Command first = new("classify", "Classifies CIFAR-10's test images with a pretrained ResNet-20.") { s_data, s_weights, s_mistakes, s_threads };
        first.SetAction(parsed => classify(new ClassifyOptions(
            parsed.GetValue(s_data)!, parsed.GetValue(s_weights)!, Output(parsed, s_mistakes), Threads(parsed))));
        Command second = new("degradation", "Trains networks of 20 and 56 layers with and without shortcuts, and compares their training errors.")
        {
            s_data, s_epochs, s_images, s_seed, s_threads, s_out,
        };
        second.SetAction(parsed => degradation(new DegradationOptions(
            parsed.GetValue(s_data)!,
            parsed.GetValue(s_epochs) ?? Epochs,
            parsed.GetValue(s_images) ?? Images,
            parsed.GetValue(s_seed) ?? 1,
            Threads(parsed),
            Output(parsed, s_out))));
        return new RootCommand("Residual networks and CIFAR-10 (He, Zhang, Ren, Sun 2015, section 4.2).") { first, second };
    }

    private static int Threads(ParseResult parsed) => parsed.GetValue(s_threads) ?? Environment.ProcessorCount;

    private static string Output(ParseResult parsed, Option<string> option)
    {
        string file = parsed.GetValue(option)!;
        OutputFile.Check(option.Name, file);
        return file;
    }
}
