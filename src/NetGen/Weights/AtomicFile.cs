using System.Collections.Concurrent;

namespace NetGen;

/// <summary>Writes files so that a reader sees the whole old content or the whole new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>As many links in a row as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>How many milliseconds a program that ends waits for files that are being written.</summary>
    private const long Patience = 1000;

    /// <summary>The files that are being written, under their temporary names.</summary>
    private static readonly ConcurrentDictionary<string, bool> s_unfinished = new(StringComparer.Ordinal);

    static AtomicFile() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => FinishOrRemove();

    /// <summary>Writes beside the file, flushes to the disk and renames; nothing is left behind on failure.</summary>
    /// <param name="path">The file to make or replace. A symbolic link stays one, and what it points at is made or replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">The path is a folder or a device, its links run in a circle, or the disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder takes no new files.</exception>
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

        // A rename would put a file in the device's place, for all programs; an administrator is not kept from it.
        if (!OperatingSystem.IsWindows() && folder == "/dev")
        {
            throw new IOException($"Cannot write \"{path}\": expected a file, actual a device.");
        }

        // A rename asks the folder alone, so what says that the file is not to be changed has to be asked for.
        if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
        {
            throw new UnauthorizedAccessException($"Cannot write \"{path}\": the file is read-only.");
        }

        // A name of its own length, so that the longest names that a file may have can be saved.
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        bool created = false;
        try
        {
            UnixFileMode? mode = ModeOf(target);
            s_unfinished[temporary] = true;
            using (FileStream stream = new(temporary, Options(mode)))
            {
                created = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && mode is { } kept)
            {
                File.SetUnixFileMode(temporary, kept);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            if (created)
            {
                Remove(temporary);
            }

            // What a FileStream makes of EFBIG: a file over 4 GiB on FAT, a limit of the user's.
            if (e is ArgumentOutOfRangeException { ParamName: "value" })
            {
                throw new IOException($"Cannot write \"{path}\": it is larger than a file may be there.", e);
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
        finally
        {
            s_unfinished.TryRemove(temporary, out _);
        }
    }

    /// <summary>The file that is to be made or replaced: the path itself, unless it is a link.</summary>
    private static string FollowLinks(string path)
    {
        string full = Path.GetFullPath(path);
        return LinkTarget(full) is null ? full : Resolve(path, full);
    }

    /// <summary>
    /// Goes down name by name as the system does, so that ".." in a link's target is the parent of the folder that is really there. As texts, a link's ".."
    /// would be taken off the name of a link to a folder.
    /// </summary>
    private static string Resolve(string path, string full)
    {
        string current = Path.GetPathRoot(full)!;
        Stack<string> names = new();
        Push(full[current.Length..]);
        for (int links = 0; names.TryPop(out string? name);)
        {
            if (name == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            string next = Path.Combine(current, name);
            if (LinkTarget(next) is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException($"Cannot write \"{path}\": its symbolic links run in a circle, or there are more than {MaxLinks}.");
            }

            if (Path.IsPathRooted(target))
            {
                target = Path.GetFullPath(target, current);
                current = Path.GetPathRoot(target)!;
                target = target[current.Length..];
            }

            Push(target);
        }

        return current;

        void Push(string relative)
        {
            foreach (string name in relative.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]).AsEnumerable().Reverse().Where(n => n is not ("" or ".")))
            {
                names.Push(name);
            }
        }
    }

    private static string? LinkTarget(string path) => new FileInfo(path).LinkTarget;

    private static UnixFileMode? ModeOf(string target)
    {
        try
        {
            return OperatingSystem.IsWindows() || !File.Exists(target) ? null : File.GetUnixFileMode(target);
        }
        catch (FileNotFoundException)
        {
            // Removed since, by somebody else.
            return null;
        }
    }

    /// <summary>Nobody else reads or writes it, but the program's end may remove it. Where the mode will be an old file's, nobody else may read the new one before it has that mode.</summary>
    private static FileStreamOptions Options(UnixFileMode? mode)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows() && mode is not null)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Where the program ends while other threads write: most writes are soon done, and of the others nothing stays behind.</summary>
    private static void FinishOrRemove()
    {
        long end = Environment.TickCount64 + Patience;
        while (!s_unfinished.IsEmpty && Environment.TickCount64 < end)
        {
            Thread.Sleep(1);
        }

        foreach (string temporary in s_unfinished.Keys)
        {
            Remove(temporary);
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
