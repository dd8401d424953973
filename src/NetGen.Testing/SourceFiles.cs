namespace NetGen.Testing;

/// <summary>Finds source files by the paths that the compiler has filled in.</summary>
internal static class SourceFiles
{
    /// <summary>Where a deterministic build says that the repository is.</summary>
    private const string Mapped = "/_/";

    /// <summary>The file on this machine; a deterministic build has replaced the beginning of its path, which is looked for above the test's assembly.</summary>
    /// <param name="callerFile">The path as compiled.</param>
    /// <exception cref="FileNotFoundException">It is not here.</exception>
    public static string Find(string callerFile)
    {
        if (File.Exists(callerFile))
        {
            return callerFile;
        }

        string path = callerFile.Replace('\\', '/');
        if (path.StartsWith(Mapped, StringComparison.Ordinal))
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                string file = Path.Combine(folder.FullName, path[Mapped.Length..]);
                if (File.Exists(file))
                {
                    return file;
                }
            }
        }

        throw new FileNotFoundException($"The test's source file {callerFile} is not on this machine, and approved files lie beside it: run the tests where they were built.", callerFile);
    }
}
