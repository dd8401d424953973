namespace NetGen.Bench.Peers;

/// <summary>Where the peers' measuring programs lie.</summary>
internal static class PeerFolder
{
    /// <summary>The nearest <c>shared/peers</c> at or above a folder.</summary>
    public static string? FindFrom(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "shared", "peers");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
