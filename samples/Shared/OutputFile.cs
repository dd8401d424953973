namespace Samples;

/// <summary>Checks the name of a file to write before the work rather than after it.</summary>
internal static class OutputFile
{
    /// <exception cref="InputException">No file of that name can be written.</exception>
    public static void Check(string option, string file)
    {
        if (file.Length == 0 || Directory.Exists(file))
        {
            throw new InputException($"{option}: \"{file}\" is not the name of a file.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new InputException($"{option}: there is no folder \"{folder}\".");
        }
    }
}
