using System.Globalization;
using NetGen;
using NetGen.Images;

namespace Classify;

/// <summary>The pictures to train and to validate with.</summary>
internal sealed record PictureSets(Dataset Train, Dataset Validation, IReadOnlyList<string> ClassNames)
{
    /// <summary>The share that is validated with unless told otherwise.</summary>
    private const double Share = 0.2;

    /// <exception cref="InputException">A folder's pictures cannot be used.</exception>
    public static PictureSets Load(TrainOptions options, CancellationToken cancellation)
    {
        DataFolders folders = DataFolders.Of(options);
        ImageFolderOptions pictures = (options.Resizes ? Pixels.Resized : Pixels.Exact) with { BadFile = options.Damaged, Threads = options.Threads };
        ImageFolder all = LoadFolder("--data", folders.Train, pictures, cancellation);
        if (folders.Validation is { } folder)
        {
            ImageFolder validation = LoadFolder("--validation", folder, pictures with { ClassNames = all.ClassNames }, cancellation);
            return new PictureSets(all, validation, all.ClassNames);
        }

        double share = options.Validation?.Share ?? Share;
        return Split(all, share, options.Seed);
    }

    /// <summary>The file of a sample.</summary>
    public static string PathOf(Dataset set, int sample)
    {
        (Dataset origin, int index) = set.OriginOf(sample);
        return ((ImageFolder)origin).PathOf(index);
    }

    /// <summary>A line for each set.</summary>
    public override string ToString() => $"train       {Text(Train)}\nvalidation  {Text(Validation)}";

    private string Text(Dataset set) => string.Create(CultureInfo.InvariantCulture, $"{set.Count} pictures: {string.Join(", ", set.ClassCounts().Select((n, c) => $"{n} {ClassNames[c]}"))}");

    private static PictureSets Split(ImageFolder all, double share, int seed)
    {
        (Dataset train, Dataset validation) parts;
        try
        {
            parts = all.Split(1 - share, (ulong)seed);
        }
        catch (ArgumentException)
        {
            throw new InputException(FormattableString.Invariant($"--validation: {all.Count} pictures are too few to keep a share of {share} of them."));
        }

        PictureSets sets = new(parts.train, parts.validation, all.ClassNames);
        int absent = Array.IndexOf(sets.Train.ClassCounts(), 0);
        return absent < 0
            ? sets
            : throw new InputException(FormattableString.Invariant($"--validation: class \"{all.ClassNames[absent]}\" has too few pictures, {all.ClassCounts()[absent]}: none is left to train with."));
    }

    private static ImageFolder LoadFolder(string option, string folder, ImageFolderOptions options, CancellationToken cancellation)
    {
        ImageFolder loaded;
        try
        {
            loaded = ImageFolder.Load(folder, options, cancellation: cancellation);
        }
        catch (DataFileException problem)
        {
            string way = File.Exists(problem.Path) ? "\n--on-damaged skip leaves out what cannot be read, --on-other-size resize takes pictures of any size." : "";
            throw new InputException($"{option}: {problem.Message}{way}");
        }

        // Skipping what is damaged says nothing of good pictures of another size.
        if (loaded.Skipped.FirstOrDefault(s => s.IsOtherSize) is { } other)
        {
            throw new InputException($"{option}: {other.Reason}\n--on-other-size resize takes pictures of any size.");
        }

        foreach (SkippedFile skipped in loaded.Skipped)
        {
            Console.Error.WriteLine($"skipped {skipped.Reason}");
        }

        return loaded;
    }
}
