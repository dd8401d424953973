namespace NetGen.Images;

/// <summary>Finds the pictures of a folder.</summary>
public static class ImageFiles
{
    /// <summary>What names of pictures end with, in capitals or not.</summary>
    public static IReadOnlyList<string> Extensions { get; } = Array.AsReadOnly([".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff"]);

    /// <summary>Lists the pictures of a folder and of all folders in it, for example to predict them one by one.</summary>
    /// <param name="folder">The folder. Symbolic links are followed.</param>
    /// <returns>
    /// The paths, by the folder (ordinal order of its path with <c>/</c>) and then by the name (ordinal), as torchvision's <c>ImageFolder</c> has them; none where there is no picture.
    /// Files with other endings, and hidden files and folders, whose names begin with a point or which the system calls so, are left out.
    /// </returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DataFileException">A link leads back to a folder that it lies in.</exception>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        FolderSearch.CheckFolder(folder);
        return FolderSearch.Pictures(folder);
    }

    /// <summary>Whether a name is that of a picture.</summary>
    internal static bool IsPicture(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
