namespace NetGen;

/// <summary>What is there of a download: <c>name.part</c>, and beside it the server's mark for the version it comes from.</summary>
internal sealed class PartFile(string target)
{
    private readonly string _tagPath = target + ".part.etag";

    /// <summary>The file.</summary>
    public string Path { get; } = target + ".part";

    /// <summary>What it becomes.</summary>
    public string Target => target;

    /// <summary>The bytes that are there.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>The version, a strong ETag (RFC 9110, section 8.8.3); <see langword="null"/> where the server gave none.</summary>
    public string? Tag => File.Exists(_tagPath) ? File.ReadAllText(_tagPath) : null;

    /// <summary>Begins anew, with a version.</summary>
    public void Restart(string? tag)
    {
        Delete();
        if (tag is not null)
        {
            File.WriteAllText(_tagPath, tag);
        }
    }

    /// <summary>Opens the file to write behind what is there; without a buffer, so that all that arrived is kept whatever happens.</summary>
    public FileStream Append() => new(Path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);

    /// <summary>Gives the whole file its name.</summary>
    public void Complete()
    {
        File.Move(Path, target, overwrite: true);
        File.Delete(_tagPath);
    }

    /// <summary>Removes what is there.</summary>
    public void Delete()
    {
        File.Delete(Path);
        File.Delete(_tagPath);
    }
}
