namespace NetGen;

/// <summary>A file on a server, and how a right copy of it is known.</summary>
public sealed record DownloadItem
{
    /// <summary>Describes a file. At least one hash has to be known.</summary>
    /// <param name="url">Where it lies: http or https.</param>
    /// <param name="fileName">What it is to be called, without folders.</param>
    /// <param name="sha256">Its SHA-256, as 64 hexadecimal digits.</param>
    /// <param name="length">Its bytes, where known.</param>
    /// <param name="md5">Its MD5, as 32 hexadecimal digits, for files whose publisher gives no other hash. It finds damage, but does not protect from a forger.</param>
    /// <exception cref="ArgumentException">The address or the name cannot be used, a hash is none, or there is no hash.</exception>
    public DownloadItem(Uri url, string fileName, string? sha256 = null, long? length = null, string? md5 = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"expected an absolute http or https address, actual {url}", nameof(url));
        }

        if (fileName is "." or ".." || fileName.AsSpan().IndexOfAny("/\\:\0") >= 0)
        {
            throw new ArgumentException($"expected a file's name without folders, actual {fileName}", nameof(fileName));
        }

        if (sha256 is null && md5 is null)
        {
            throw new ArgumentException("expected a SHA-256 or an MD5, actual neither", nameof(sha256));
        }

        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), FormattableString.Invariant($"expected 0 bytes or more, actual {length}"));
        }

        Url = url;
        FileName = fileName;
        Sha256 = CheckHash(sha256, 64, nameof(sha256));
        Length = length;
        Md5 = CheckHash(md5, 32, nameof(md5));
    }

    /// <summary>Where it lies.</summary>
    public Uri Url { get; }

    /// <summary>What it is to be called.</summary>
    public string FileName { get; }

    /// <summary>Its SHA-256 in lower case, where known.</summary>
    public string? Sha256 { get; }

    /// <summary>Its bytes, where known.</summary>
    public long? Length { get; }

    /// <summary>Its MD5 in lower case, where known.</summary>
    public string? Md5 { get; }

    private static string? CheckHash(string? hash, int digits, string name) => hash is null || (hash.Length == digits && hash.All(char.IsAsciiHexDigit))
        ? hash?.ToLowerInvariant()
        : throw new ArgumentException(FormattableString.Invariant($"expected {digits} hexadecimal digits, actual {hash}"), name);
}
