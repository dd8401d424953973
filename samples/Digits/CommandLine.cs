using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Digits;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private const int MnistEpochs = 20;
    private const int DrawnEpochs = 5;

    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Train on MNIST: the folder of its four IDX files, plain or .gz. Without it, on digits that are drawn for the run.",
        HelpName = "DIR",
    };

    private static readonly Option<int?> s_epochs = Number("--epochs", 1, 10_000, $"Passes over the training images. Default: {MnistEpochs}; {DrawnEpochs} for drawn digits.");
    private static readonly Option<int?> s_seed = Number("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = Number("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The file of weights to write.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "digits.safetensors",
    };

    /// <summary>Reads the command line and hands it on; answers help and mistakes itself.</summary>
    public static int Run(string[] args, Func<RunOptions, int> run)
    {
        RootCommand root = new("Trains a deep convolutional network to read digits.") { s_data, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed => run(Read(parsed)));
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            throw new InputException(result.Errors[0].Message);
        }

        // Our own exceptions are for Program to answer, in a line instead of a stack trace.
        return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RunOptions Read(ParseResult parsed)
    {
        string? data = parsed.GetValue(s_data);
        if (data is not null && !Directory.Exists(data))
        {
            throw new InputException($"--data: there is no folder \"{data}\".");
        }

        // Found out now rather than after the training.
        string file = parsed.GetValue(s_out)!;
        if (file.Length == 0 || Directory.Exists(file))
        {
            throw new InputException($"--out: \"{file}\" is not the name of a file.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new InputException($"--out: there is no folder \"{folder}\".");
        }

        return new RunOptions(
            data,
            parsed.GetValue(s_epochs) ?? (data is null ? DrawnEpochs : MnistEpochs),
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            file);
    }

    private static Option<int?> Number(string name, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseNumber(result, name, least, most),
    };

    private static int? ParseNumber(ArgumentResult result, string name, int least, int most)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"{name} needs a whole number from {least} to {most}, not \"{text}\".");
        return null;
    }
}
