namespace NetGen.Images;

/// <summary>What happens to a file that cannot be read as a picture, or is of another size where <see cref="Fit.Refuse"/> is asked for.</summary>
public enum BadFile
{
    /// <summary>Loading ends with a <see cref="DataFileException"/> for the first such file.</summary>
    Refuse,

    /// <summary>It is left out, and listed in <see cref="ImageFolder.Skipped"/>.</summary>
    Skip,
}
