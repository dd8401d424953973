using System.Security.Cryptography;

namespace NetGen;

/// <summary>Compares a file with what is known of it.</summary>
internal static class FileHashes
{
    /// <summary>What is wrong with a file, with the expected and the actual.</summary>
    /// <returns>The problem; <see langword="null"/> where the file is right.</returns>
    public static async Task<string?> ProblemAsync(string path, DownloadItem item, CancellationToken cancellationToken)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        if (item.Length is { } length && file.Length != length)
        {
            return FormattableString.Invariant($"expected {length} bytes, actual {file.Length}");
        }

        if (item.Sha256 is { } sha256)
        {
            string actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
            if (actual != sha256)
            {
                return $"expected the SHA-256 {sha256}, actual {actual}";
            }
        }

        if (item.Md5 is { } md5)
        {
            file.Position = 0;
            string actual = Convert.ToHexStringLower(await MD5.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
            if (actual != md5)
            {
                return $"expected the MD5 {md5}, actual {actual}";
            }
        }

        return null;
    }
}
