using System.CommandLine;
using System.Globalization;

namespace CifarAblation;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private const int Epochs = 20;
    private const int TrainingImages = 50_000;
    private const string Published = "published";
    private const string Modern = "modern";

    private static readonly Option<string> s_data = new("--data")
    {
        Description = "The folder of CIFAR-10's six .bin files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "cifar-10",
    };

    private static readonly Option<string> s_stages = new("--stages")
    {
        Description = "The stages to train: numbers and ranges, such as 1-3,8. Default: all.",
        HelpName = "LIST",
        DefaultValueFactory = _ => $"1-{Stage.All.Count}",
    };

    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 10_000, $"Passes over the images, for each stage. Default: {Epochs}.");
    private static readonly Option<string> s_recipe = OneOf(
        "--recipe", "How stages are trained: as published, or by gradient descent with weight decay, a rate of one cycle, and images that are shifted by 4 pixels, mirrored and partly covered, which learns more in few epochs.", Published, Modern);

    private static readonly Option<int?> s_images = NumberOption.Make("--images", 500, TrainingImages, "How many of the training images to take. Default: all.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<bool> s_mpi = new("--mpi")
    {
        Description = "Train on the processes that mpirun started: mpirun -n 4 dotnet CifarAblation.dll --mpi. Batches are shared, so the result is that of one process.",
    };

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of checkpoints, logs, the table and report.html; stages that it holds are gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "ablation",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<AblationOptions, int> run)
    {
        RootCommand root = new("Trains a network on CIFAR-10 in eight stages, each with one technique more, and shows what each is worth.")
        {
            s_data, s_stages, s_epochs, s_recipe, s_images, s_seed, s_threads, s_mpi, s_out,
        };
        root.SetAction(parsed => run(new AblationOptions(
            parsed.GetValue(s_data)!,
            Numbers(parsed.GetValue(s_stages)!),
            parsed.GetValue(s_epochs) ?? Epochs,
            parsed.GetValue(s_recipe) == Modern,
            parsed.GetValue(s_images) ?? TrainingImages,
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads),
            parsed.GetValue(s_mpi),
            Folder(parsed.GetValue(s_out)!))));
        return root;
    }

    private static Option<string> OneOf(string name, string description, params string[] words)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static List<int> Numbers(string text)
    {
        SortedSet<int> numbers = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryRead(ends[0], out int first) || !TryRead(ends[^1], out int last) || last < first)
            {
                throw new InputException($"--stages needs numbers and ranges from 1 to {Stage.All.Count}, such as 1-3,8, not \"{text}\".");
            }

            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. numbers];

        static bool TryRead(string text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= Stage.All.Count;
    }

    private static string Folder(string folder)
    {
        if (folder.Length == 0 || File.Exists(folder))
        {
            throw new InputException($"--out: \"{folder}\" is not the name of a folder.");
        }

        return folder;
    }
}
