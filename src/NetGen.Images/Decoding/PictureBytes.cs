namespace NetGen.Images;

/// <summary>Reads files whole, as far as limits allow.</summary>
internal static class PictureBytes
{
    private const int FirstPiece = 1 << 16;

    /// <exception cref="DataFileException">The file is empty or too long.</exception>
    public static byte[] Read(string path, PictureLimits limits)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Read(file, path, limits);
    }

    /// <exception cref="DataFileException">The stream is empty or too long.</exception>
    public static byte[] Read(Stream stream, string name, PictureLimits limits)
    {
        // A pipe does not know its length, and a file may grow: memory grows with what is really there, by one byte more than is asked for, which shows the end.
        int expected = FirstPiece;
        if (stream.CanSeek)
        {
            long length = stream.Length - stream.Position;
            CheckLength(length, name, limits);
            expected = (int)length;
        }

        byte[] bytes = new byte[expected + 1];
        int filled = 0;
        while ((filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false)) == bytes.Length)
        {
            CheckLength(filled, name, limits);
            Array.Resize(ref bytes, (int)long.Min(2L * bytes.Length, (long)limits.MostBytes + 1));
        }

        CheckLength(filled, name, limits);
        Array.Resize(ref bytes, filled);
        return bytes;
    }

    /// <exception cref="DataFileException">There are no bytes or too many.</exception>
    public static void CheckLength(long length, string name, PictureLimits limits)
    {
        if (length == 0)
        {
            throw new DataFileException(name, "expected a picture, actual 0 bytes");
        }

        if (length > limits.MostBytes)
        {
            throw new DataFileException(name, FormattableString.Invariant($"expected at most {limits.MostBytes} bytes, actual {length}"));
        }
    }
}
