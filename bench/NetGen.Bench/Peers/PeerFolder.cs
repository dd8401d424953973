namespace NetGen.Bench.Peers;

/// <summary>Where the peers' measuring programs lie.</summary>
internal static class PeerFolder
{
    /// <summary>The program that others maintain, beside the repository: the nearest <c>shared/peers</c> at or above a folder.</summary>
    public static string? FindShared(string folder) => FindAbove(folder, "shared", "peers");

    /// <summary>What this repository adds to it: <c>bench/peers</c>.</summary>
    public static string? FindOwn() => FindAbove(AppContext.BaseDirectory, "bench", "peers");

    private static string? FindAbove(string folder, params string[] path)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine([at.FullName, .. path]);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
