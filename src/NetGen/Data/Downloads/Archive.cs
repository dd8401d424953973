using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;

namespace NetGen;

/// <summary>Unpacks what was downloaded, without trust in what it says.</summary>
internal static class Archive
{
    /// <summary>The least that gzip makes of nothing: its header and its end (RFC 1952, section 2.3).</summary>
    private const int LeastGzip = 18;

    /// <summary>Unpacks into a folder beside and moves the files when all are right.</summary>
    public static void Unpack(string path, string folder, long maxBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        bool tar = path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);
        if (!tar && !path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"expected a file that ends with .tar.gz, .tgz or .gz, actual {path}", nameof(path));
        }

        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        string beside = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        Directory.CreateDirectory(beside);
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            CheckWhole(file, path, maxBytes);
            file.Position = 0;
            using GZipStream unpacked = new(file, CompressionMode.Decompress);
            if (tar)
            {
                UnpackTar(unpacked, path, beside);
            }
            else
            {
                using FileStream target = new(Path.Combine(beside, Path.GetFileNameWithoutExtension(path)), FileMode.CreateNew, FileAccess.Write, FileShare.None);
                unpacked.CopyTo(target);
            }

            foreach (string whole in Directory.GetFiles(beside, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(folder, Path.GetRelativePath(beside, whole));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(whole, target, overwrite: true);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new DataFileException(path, "the archive is damaged", e);
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Unpacks once to nowhere: how much there is, whether the checksum is right, and whether the end, which repeats the length
    /// (RFC 1952, section 2.3.1, ISIZE), is there, which the stream does not notice.</summary>
    private static void CheckWhole(FileStream file, string path, long maxBytes)
    {
        using GZipStream unpacked = new(file, CompressionMode.Decompress, leaveOpen: true);
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        while (unpacked.Read(buffer) is var read and > 0)
        {
            total += read;
            if (total > maxBytes)
            {
                throw new DataFileException(path, $"expected at most {maxBytes} bytes unpacked, actual more");
            }
        }

        if (file.Length < LeastGzip)
        {
            throw new DataFileException(path, $"expected gzip data, actual {file.Length} bytes");
        }

        Span<byte> end = stackalloc byte[4];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (length != (uint)total)
        {
            throw new DataFileException(path, $"expected gzip data, in one part, that end with their unpacked length {total}, actual {length}");
        }
    }

    private static void UnpackTar(Stream stream, string path, string root)
    {
        using TarReader reader = new(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.Directory:
                    Directory.CreateDirectory(Inside(root, entry.Name, path));
                    break;
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    Write(entry, Inside(root, entry.Name, path), path);
                    break;
                case TarEntryType.GlobalExtendedAttributes:
                    break;
                default:
                    // A link could lead the files behind it out of the folder.
                    throw new DataFileException(path, $"expected files and folders alone, actual {entry.EntryType} at the entry {entry.Name}");
            }
        }
    }

    private static void Write(TarEntry entry, string target, string path)
    {
        if (Path.Exists(target))
        {
            throw new DataFileException(path, $"the entry {entry.Name} comes twice");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using FileStream file = new(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        entry.DataStream?.CopyTo(file);
        if (file.Length != entry.Length)
        {
            throw new DataFileException(path, $"the entry {entry.Name}: expected {entry.Length} bytes, actual {file.Length}");
        }
    }

    /// <summary>Where an entry goes; refused where its name leaves the folder, on this system or on another.</summary>
    private static string Inside(string root, string name, string path)
    {
        string[] steps = name.Split('/', '\\');
        return steps[0].Length > 0 && !steps.Contains("..") && !name.Contains(':', StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(root, name))
            : throw new DataFileException(path, $"the entry {name} would leave the folder");
    }
}
