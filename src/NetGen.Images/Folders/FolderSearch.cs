namespace NetGen.Images;

/// <summary>Goes through folders in an order that is the same on every system.</summary>
internal static class FolderSearch
{
    /// <summary>We say ourselves what is hidden, and a folder that may not be read is an error.</summary>
    private static readonly EnumerationOptions s_all = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void CheckFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"expected a folder, actual {(File.Exists(folder) ? "a file" : "nothing")}: \"{folder}\"");
        }
    }

    /// <summary>The names of the folders in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Folders(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateDirectories("*", s_all).Where(IsShown).Select(d => d.Name).Order(StringComparer.Ordinal)];

    /// <summary>The pictures of a folder and of those in it: folder by folder, each in ordinal order.</summary>
    public static IReadOnlyList<string> Pictures(string folder)
    {
        List<(string Relative, string Path)> folders = [];
        AddFolders(folder, "", [RealPath(new DirectoryInfo(folder))], folders);
        return [.. folders.OrderBy(f => f.Relative, StringComparer.Ordinal).SelectMany(f => PicturesIn(f.Path))];
    }

    private static IEnumerable<string> PicturesIn(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", s_all)
            .Where(f => IsShown(f) && ImageFiles.IsPicture(f.Name))
            .Select(f => f.Name)
            .Order(StringComparer.Ordinal)
            .Select(name => Path.Combine(folder, name));

    private static void AddFolders(string path, string relative, IReadOnlyList<string> ancestors, List<(string Relative, string Path)> folders)
    {
        folders.Add((relative, path));
        foreach (string name in Folders(path))
        {
            string inner = Path.Combine(path, name);
            string real = RealPath(new DirectoryInfo(Path.Combine(ancestors[^1], name)));
            if (ancestors.Contains(real, StringComparer.Ordinal))
            {
                throw new DataFileException(inner, $"expected a folder, actual a link back to \"{real}\", which it lies in");
            }

            AddFolders(inner, $"{relative}/{name}", [.. ancestors, real], folders);
        }
    }

    /// <summary>Where a folder really lies, so that a link to one around it is known.</summary>
    private static string RealPath(DirectoryInfo folder) =>
        Path.TrimEndingDirectorySeparator(folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName);

    private static bool IsShown(FileSystemInfo entry) => !entry.Name.StartsWith('.') && (entry.Attributes & FileAttributes.Hidden) == 0;
}
