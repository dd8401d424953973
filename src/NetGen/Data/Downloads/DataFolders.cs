namespace NetGen;

/// <summary>Where sets lie.</summary>
internal static class DataFolders
{
    /// <summary>The places to look in, in their order, and the one to download to.</summary>
    /// <param name="set">The set's sub-folder.</param>
    /// <param name="path">The folder that the caller names, if any.</param>
    /// <param name="variable">What the environment variable says, if anything.</param>
    /// <param name="localData">The user's folder of local application data; empty where the system has none.</param>
    public static (string[] Places, string Target) Of(string set, string? path, string? variable, string localData)
    {
        if (path is not null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
        }

        string? named = string.IsNullOrEmpty(variable) ? null : Path.Combine(variable, set);
        string? cache = localData.Length == 0 ? null : Path.Combine(localData, "NetGen", "data", set);
        string target = path ?? cache ?? named
            ?? throw new IOException("there is no folder for data: expected a path, the variable NETGEN_DATA, or a folder for local application data, actual none");
        return ([.. ((string?[])[path, named, cache]).OfType<string>()], target);
    }
}
