namespace Samples;

/// <summary>Checks the name of a folder to write to before the work rather than after it.</summary>
internal static class OutputFolder
{
    /// <returns>The folder, which may not be there yet.</returns>
    /// <exception cref="InputException">It cannot be a folder.</exception>
    public static string Check(string option, string folder) => folder.Length > 0 && !File.Exists(folder)
        ? folder
        : throw new InputException($"{option}: \"{folder}\" is not the name of a folder.");
}
