namespace NetGen.Images;

/// <summary>How a folder's pictures become samples.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>The samples' channels (3 for red, green, blue; 1 for grey), height, width; for example a model's <c>InputShape</c>.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>How a picture comes to that height and width.</summary>
    public Fit Fit { get; init; } = Fit.Stretch;

    /// <summary>With <see cref="Fit.CenterCrop"/>, what the shorter side is resized to before the middle is cut out: 256 for the usual 224 × 224. As small as covers the size where absent.</summary>
    public int? ShorterSide { get; init; }

    /// <summary>How pixels of resized pictures are made.</summary>
    public ResizeFilter Filter { get; init; } = ResizeFilter.Bilinear;

    /// <summary>What is taken from each channel, on 0 to 1; 0 where absent.</summary>
    public IReadOnlyList<float>? Mean { get; init; }

    /// <summary>What each channel is then divided by; 1 where absent.</summary>
    public IReadOnlyList<float>? Deviation { get; init; }

    /// <summary>
    /// The classes there have to be, by number: the training set's <see cref="ImageFolder.ClassNames"/> for a validation set. A folder with fewer or more is refused.
    /// Where absent, the folder's own, in ordinal order of their names.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>What happens to a file that cannot be read.</summary>
    public BadFile BadFile { get; init; } = BadFile.Refuse;

    /// <summary>
    /// Whether pictures are decoded once, in loading, and kept as bytes in memory; otherwise loading reads their headers alone, and a picture is decoded
    /// whenever it is asked for, where a <see cref="DataFileException"/> tells of damage behind the header. Where absent, they are kept if their bytes are at most <see cref="KeepBudget"/>.
    /// </summary>
    public bool? Keep { get; init; }

    /// <summary>The most bytes that are kept unless <see cref="Keep"/> says so: 1 GiB unless set.</summary>
    public long KeepBudget { get; init; } = 1L << 30;

    /// <summary>What a file may be at most.</summary>
    public PictureLimits Limits { get; init; } = PictureLimits.Default;

    /// <summary>Threads that load: one a processor unless set. The outcome is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Reads one file as the pictures of a folder are read, for predicting: its <see cref="Picture.ToFloats"/> with <see cref="Mean"/> and <see cref="Deviation"/> is what a sample would be.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The picture, of <see cref="Shape"/>.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DataFileException">The file is no picture, damaged, over a limit, or of another size where <see cref="Fit"/> refuses that.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public Picture ReadPicture(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FolderPlan(this).Read(path);
    }
}
