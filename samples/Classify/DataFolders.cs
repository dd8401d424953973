namespace Classify;

/// <summary>Where the pictures of a training are.</summary>
/// <param name="Train">The folder with a folder for each class.</param>
/// <param name="Validation">The same for the validation, where that has a folder.</param>
internal sealed record DataFolders(string Train, string? Validation)
{
    private const string TrainName = "train";
    private const string ValidationName = "val";

    /// <summary>Looks what is there, and whether the program is built for as many classes.</summary>
    /// <exception cref="InputException">There is no such folder, or it has another number of classes than the program.</exception>
    public static DataFolders Of(TrainOptions options)
    {
        if (!Directory.Exists(options.Data))
        {
            throw new InputException($"--data: there is no folder \"{options.Data}\".");
        }

        string train = Path.Combine(options.Data, TrainName);
        string validation = Path.Combine(options.Data, ValidationName);
        bool both = Directory.Exists(train) && Directory.Exists(validation);
        DataFolders folders = new(both ? train : options.Data, options.Validation is { } choice ? choice.Folder : both ? validation : null);
        if (folders.Validation is { } chosen && !Directory.Exists(chosen))
        {
            throw new InputException($"--validation: there is no folder \"{chosen}\".");
        }

        if (both)
        {
            TellUnused(options.Data, folders);
        }

        CheckClasses(folders.Train);
        return folders;
    }

    private static void TellUnused(string data, DataFolders folders)
    {
        foreach (string folder in ShownFolders(data).Where(f => f != folders.Train && f != folders.Validation))
        {
            Console.WriteLine($"{folder}: not used");
        }
    }

    private static void CheckClasses(string folder)
    {
        int classes = ShownFolders(folder).Count;
        if (classes < 2)
        {
            string actual = classes == 0 ? "none" : $"\"{Path.GetFileName(ShownFolders(folder)[0])}\" alone";
            throw new InputException($"--data: expected a folder for each of two classes or more in \"{folder}\", actual {actual}.");
        }

        if (classes != BuiltFor.Classes)
        {
            throw BuildText.Wrong(
                FormattableString.Invariant($"--data: \"{folder}\" has {classes} classes, but this program is built for {BuiltFor.Classes}."), BuiltFor.Network, classes, BuiltFor.Size);
        }
    }

    /// <summary>The folders that can be classes: all that are not hidden.</summary>
    private static List<string> ShownFolders(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateDirectories("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden })
            .Where(d => !d.Name.StartsWith('.'))
            .Select(d => Path.Combine(folder, d.Name))
            .Order(StringComparer.Ordinal),
    ];
}
