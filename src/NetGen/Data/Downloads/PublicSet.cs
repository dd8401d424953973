namespace NetGen;

/// <summary>A set that lies on a server: its files, and how they are found in a folder.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Folder">The sub-folder it has in a folder of sets.</param>
/// <param name="Items">The files to fetch; those that end with <c>.tar.gz</c> are unpacked and removed.</param>
/// <param name="MaxBytes">What an archive may take unpacked.</param>
/// <param name="Find">The folder in which all files lie, given one where they may lie; <see langword="null"/> where one is absent.</param>
internal sealed record PublicSet(string Name, string Folder, IReadOnlyList<DownloadItem> Items, long MaxBytes, Func<string, string?> Find)
{
    /// <summary>Finds the files, or fetches them.</summary>
    /// <param name="places">Where to look, in this order.</param>
    /// <param name="target">Where downloaded files go.</param>
    /// <param name="downloader">Fetches what is nowhere.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The folder in which all files lie.</returns>
    public async Task<string> ObtainAsync(
        IReadOnlyList<string> places, string target, Downloader downloader, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (places.Select(Find).FirstOrDefault(found => found is not null) is { } there)
        {
            return there;
        }

        try
        {
            // Over all of it: whoever else wants the set must not find an archive that is about to be removed.
            Directory.CreateDirectory(target);
            using FileLock held = await FileLock.TakeAsync(Path.Combine(target, Folder + ".lock"), cancellationToken).ConfigureAwait(false);
            if (Find(target) is null)
            {
                await FetchAsync(target, downloader, progress, cancellationToken).ConfigureAwait(false);
            }

            held.Remove();
        }
        catch (Exception e) when (e is HttpRequestException or IOException and not DataFileException)
        {
            throw new IOException($"{Name} is not in {string.Join(" nor in ", places)}, and could not be fetched: {e.Message}", e);
        }

        return Find(target) ?? throw new DataFileException(target, $"the files of {Name} were fetched, but not all of them are there");
    }

    private async Task FetchAsync(string target, Downloader downloader, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (DownloadItem item in Items)
        {
            string file = await downloader.DownloadAsync(item, target, progress, cancellationToken).ConfigureAwait(false);
            if (item.FileName.EndsWith(".tar.gz", StringComparison.Ordinal))
            {
                Archive.Unpack(file, target, MaxBytes);
                File.Delete(file);
            }
        }
    }
}
