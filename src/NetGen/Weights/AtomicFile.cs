namespace NetGen;

/// <summary>Writes files so that a reader sees the whole old content or the whole new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, flushes to the disk and renames; nothing is left behind on failure.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        bool created = false;
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                created = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            if (created)
            {
                Remove(temporary);
            }

            throw;
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
