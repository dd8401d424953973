namespace NetGen;

/// <summary>Writes files so that a reader sees the whole old content or the whole new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>As many links in a row as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>Writes beside the file, flushes to the disk and renames; nothing is left behind on failure.</summary>
    /// <param name="path">The file to make or replace. A symbolic link stays one, and what it points at is made or replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">The path is a folder, its links run in a circle, or the disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = FollowLinks(path);
        string folder = Path.GetDirectoryName(target) ?? target;
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path))
        {
            throw new IOException($"Cannot write \"{path}\": expected a file, actual a folder.");
        }

        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Cannot write \"{path}\": the folder \"{folder}\" does not exist.");
        }

        // A name of its own length, so that the longest names that a file may have can be saved.
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        bool created = false;
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                created = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            KeepMode(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            if (created)
            {
                Remove(temporary);
            }

            // The temporary name tells the caller nothing.
            string reason = e.Message.Replace(temporary, target, StringComparison.Ordinal);
            if (reason == e.Message)
            {
                throw;
            }

            throw e is UnauthorizedAccessException
                ? new UnauthorizedAccessException($"Cannot write \"{path}\": {reason}", e)
                : new IOException($"Cannot write \"{path}\": {reason}", e);
        }
    }

    private static string FollowLinks(string path)
    {
        string target = Path.GetFullPath(path);
        for (int links = 0; links <= MaxLinks; links++)
        {
            if (new FileInfo(target).LinkTarget is not { } next)
            {
                return target;
            }

            target = Path.GetFullPath(next, Path.GetDirectoryName(target)!);
        }

        throw new IOException($"Cannot write \"{path}\": its symbolic links run in a circle, or there are more than {MaxLinks}.");
    }

    private static void KeepMode(string target, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
    }

    /// <summary>Removes without hiding the error that led here.</summary>
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to tell.
        }
    }
}
