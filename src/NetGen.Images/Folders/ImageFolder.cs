using System.Diagnostics.CodeAnalysis;

namespace NetGen.Images;

/// <summary>Pictures in a folder for each class, as torchvision's <c>ImageFolder</c> reads them: <c>train/ants/1.jpg</c>, <c>train/bees/7.png</c>, ….</summary>
/// <remarks>
/// Classes are numbered in ordinal order of their folders' names, and within a class pictures come in the order of <see cref="ImageFiles.Find"/>, from folders in that
/// folder, too. Reading is safe from many threads. A sample's value is (byte / 255 - mean) / deviation, as <see cref="Picture.ToFloats"/> writes it.
/// </remarks>
public sealed class ImageFolder : Dataset
{
    private readonly FolderPlan _plan;
    private readonly string[] _paths;
    private readonly int[] _labels;

    /// <summary>Null where pictures are decoded when they are asked for.</summary>
    private readonly byte[][]? _pixels;

    private ImageFolder(string folder, ImageFolderOptions options, FolderPlan plan, ClassFiles files, byte[][]? pixels, DataFileException?[] problems)
        : base(options.Shape, labelSize: 1, targetSize: 0)
    {
        _plan = plan;
        Folder = folder;
        ClassNames = [.. files.ClassNames];
        int[] good = [.. Enumerable.Range(0, files.Paths.Count).Where(i => problems[i] is null)];
        _paths = [.. good.Select(i => files.Paths[i])];
        _labels = [.. good.Select(i => files.Labels[i])];
        _pixels = pixels is null ? null : [.. good.Select(i => pixels[i])];
        Skipped = [.. problems.OfType<DataFileException>().Select(p => new SkippedFile(p.Path, p.Message, OtherSize.Is(p)))];
    }

    /// <summary>The folder as it was named.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public override int Count => _paths.Length;

    /// <summary>The names of the classes, by number.</summary>
    [AllowNull]
    public override IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>The files that were left out, in order; none unless <see cref="ImageFolderOptions.BadFile"/> is <see cref="BadFile.Skip"/>.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; }

    /// <summary>Whether the pictures are in memory; otherwise each is decoded when it is asked for.</summary>
    public bool Kept => _pixels is not null;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder with a folder for each class.</param>
    /// <param name="options">What samples are to be.</param>
    /// <param name="progress">Told about every tenth of a second, and once more at the end; by the threads that load, one at a time.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <returns>The set; the same for any number of threads.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DataFileException">There are fewer than two classes or not the expected ones, a class has no pictures (or only bad ones), or a file is bad where
    /// those are refused: the first in order.</exception>
    /// <exception cref="OperationCanceledException">The loading was cancelled.</exception>
    public static ImageFolder Load(
        string folder, ImageFolderOptions options, IProgress<ImageFolderProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        FolderPlan plan = new(options);
        ClassFiles files = ClassFiles.Find(folder, options.ClassNames);
        bool keeps = plan.Keeps(files.Paths.Count);
        (byte[][] pixels, DataFileException?[] problems) = new FolderReader(files.Paths, options, progress).Read(
            path =>
            {
                if (keeps)
                {
                    return plan.Read(path).TakeBytes();
                }

                plan.CheckHeader(path);
                return [];
            },
            cancellation);
        ImageFolder loaded = new(folder, options, plan, files, keeps ? pixels : null, problems);
        loaded.CheckEachClass();
        return loaded;
    }

    /// <summary>A sample's file.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <returns>Its path: the folder's as it was named, and what is in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public string PathOf(int index)
    {
        CheckCopy(index, 1, 1);
        return _paths[index];
    }

    /// <summary>A sample as a picture, in the samples' size.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    /// <exception cref="DataFileException">It is decoded only now, and the file is bad.</exception>
    /// <exception cref="IOException">It is decoded only now, and the file is gone or cannot be read.</exception>
    public Picture PictureOf(int index)
    {
        CheckCopy(index, 1, 1);
        return _pixels is null ? _plan.Read(_paths[index]) : new Picture(InputShape[0], InputShape[1], InputShape[2], _pixels[index]);
    }

    /// <summary>What a byte becomes in each channel, for example black for the border of <see cref="Augmentation.RandomCrop"/>.</summary>
    /// <param name="pixel">The byte.</param>
    /// <returns>A new array with a value a channel.</returns>
    public float[] ValuesOf(byte pixel) => _plan.Values.Of(pixel);

    /// <summary>Refuses a set whose classes are not this one's, by the same numbers: for a validation set beside this training set.</summary>
    /// <param name="other">The other set.</param>
    /// <exception cref="DataFileException">Its classes are others; the message lists what is missing and what is extra.</exception>
    public void CheckClasses(ImageFolder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ClassNameCheck.SameOrder(ClassNames, other.ClassNames, other.Folder);
    }

    /// <inheritdoc/>
    /// <exception cref="DataFileException">The picture is decoded only now, and the file is bad.</exception>
    /// <exception cref="IOException">The picture is decoded only now, and the file is gone or cannot be read.</exception>
    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        _plan.Values.Write(_pixels is null ? _plan.Read(_paths[index]).Bytes : _pixels[index], destination);
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, 1);
        destination[0] = _labels[index];
    }

    /// <summary>A class whose files are all bad would never be trained.</summary>
    private void CheckEachClass()
    {
        int missing = Enumerable.Range(0, ClassNames.Count).Except(_labels).DefaultIfEmpty(-1).First();
        if (missing >= 0)
        {
            string folder = Path.Combine(Folder, ClassNames[missing]);
            string first = Skipped.First(s => s.Path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Reason;
            throw new DataFileException(folder, $"expected one good picture or more of class \"{ClassNames[missing]}\", actual none; the first bad one: {first}");
        }
    }
}
