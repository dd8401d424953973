using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NetGen.Images;

namespace Classify;

/// <summary>The two commands and their options.</summary>
internal static class CommandLine
{
    private const int Epochs = 60;
    private const int PretrainedEpochs = 8;

    private static readonly Option<string[]> s_data = new("--data")
    {
        Description = "The folder with a folder of pictures for each class, or with such folders train and val.",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<ValidationChoice?> s_validation = new("--validation")
    {
        Description = "The share of each class to validate with, or a folder. Default: DIR/val beside DIR/train, otherwise 0.2.",
        HelpName = "SHARE|DIR",
        CustomParser = ParseValidation,
    };

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of the model, the checkpoint and the tables.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "classifier",
    };

    private static readonly Option<string?> s_pretrained = new("--pretrained")
    {
        Description = "A safetensors file; those of its weights whose names and shapes are the network's are begun with.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> s_resume = new("--resume") { Description = "Goes on with the training in --out." };
    private static readonly Option<int?> s_epochs = NumberOption.Make("--epochs", 1, 100_000, $"Passes over the training pictures. Default: {Epochs}, or {PretrainedEpochs} with --pretrained.");
    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");
    private static readonly Option<int?> s_size = NumberOption.Make("--size", 1, 9999, $"Makes sure of the pictures' size. This program is built for {BuiltFor.Size}; -p:Size=N builds it for another.");

    private static readonly Option<BadFile?> s_damaged = ChoiceOption.Make(
        "--on-damaged", "What happens to a picture that cannot be read", ("refuse", BadFile.Refuse), ("skip", BadFile.Skip));

    private static readonly Option<Fit?> s_otherSize = ChoiceOption.Make(
        "--on-other-size", $"What happens to a picture that is not {BuiltFor.Size}×{BuiltFor.Size}: its middle is resized, or it is refused", ("resize", Fit.CenterCrop), ("refuse", Fit.Refuse));

    private static readonly Option<string> s_model = new("--model") { Description = "The trained model.", HelpName = "FILE", DefaultValueFactory = _ => "classifier/model.safetensors" };
    private static readonly Option<string?> s_csv = new("--csv") { Description = "The table of predictions to write.", HelpName = "FILE" };

    private static readonly Argument<string[]> s_pictures = new("pictures")
    {
        Description = "Files, and folders of pictures.",
        HelpName = "FILE|DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The commands, which hand their options on.</summary>
    public static RootCommand Make(Func<TrainOptions, int> train, Func<PredictOptions, int> predict)
    {
        Command second = new("predict", "Classifies pictures with a model that was trained before.") { s_pictures, s_model, s_csv, s_threads, s_damaged };
        second.SetAction(parsed => predict(new PredictOptions(
            parsed.GetValue(s_model)!, parsed.GetValue(s_pictures)!, Csv(parsed), Threads(parsed), parsed.GetValue(s_damaged) ?? BadFile.Refuse)));
        RootCommand root = new("Trains a network on a folder of pictures by class.")
        {
            s_data, s_validation, s_out, s_pretrained, s_resume, s_epochs, s_seed, s_threads, s_size, s_damaged, s_otherSize, second,
        };
        root.SetAction(parsed =>
        {
            BuildText.CheckSize(parsed.GetValue(s_size) ?? BuiltFor.Size);
            return train(new TrainOptions(
                Data(parsed),
                parsed.GetValue(s_validation),
                Folder(parsed.GetValue(s_out)!),
                parsed.GetValue(s_pretrained),
                parsed.GetValue(s_resume),
                parsed.GetValue(s_epochs) ?? (parsed.GetValue(s_pretrained) is null ? Epochs : PretrainedEpochs),
                parsed.GetValue(s_seed) ?? 1,
                Threads(parsed),
                parsed.GetValue(s_damaged) ?? BadFile.Refuse,
                (parsed.GetValue(s_otherSize) ?? Fit.CenterCrop) == Fit.CenterCrop));
        });
        return root;
    }

    private static int Threads(ParseResult parsed) => parsed.GetValue(s_threads) ?? Environment.ProcessorCount;

    /// <summary>The build's -p:Data gives the option, too, so that it may be there twice.</summary>
    private static string Data(ParseResult parsed)
    {
        string[] folders = [.. (parsed.GetValue(s_data) ?? []).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
        return folders.Length switch
        {
            1 => folders[0],
            0 => throw new InputException("--data is missing: the folder with a folder of pictures for each class."),
            _ => throw new InputException($"--data needs one folder, not {folders.Length}: {string.Join(", ", folders)}"),
        };
    }

    private static ValidationChoice? ParseValidation(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share))
        {
            return new ValidationChoice(0, text);
        }

        if (share is > 0 and < 1)
        {
            return new ValidationChoice(share, null);
        }

        result.AddError($"--validation needs a share over 0 and under 1, or a folder, not \"{text}\".");
        return null;
    }

    private static string Folder(string folder) => folder.Length > 0 && !File.Exists(folder)
        ? folder
        : throw new InputException($"--out: \"{folder}\" is not the name of a folder.");

    private static string? Csv(ParseResult parsed)
    {
        string? file = parsed.GetValue(s_csv);
        if (file is not null)
        {
            OutputFile.Check(s_csv.Name, file);
        }

        return file;
    }
}
