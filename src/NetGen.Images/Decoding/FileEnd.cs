namespace NetGen.Images;

/// <summary>
/// Refuses files that were cut off. ImageSharp makes the best of those and fills what is missing with grey or black, which no one would notice in a folder of
/// thousands. A file's structure is walked without decoding anything.
/// </summary>
internal static class FileEnd
{
    /// <exception cref="DataFileException">The file ends too early.</exception>
    public static void Check(string format, ReadOnlySpan<byte> bytes, string name, PictureLimits limits)
    {
        string? problem = format switch
        {
            "JPEG" => JpegEnd.Problem(bytes),
            "PNG" => PngEnd.Problem(bytes),
            "GIF" => GifEnd.Problem(bytes, limits),
            "BMP" => BmpEnd.Problem(bytes),
            "Webp" => WebpEnd.Problem(bytes),
            "TIFF" => TiffEnd.Problem(bytes),
            _ => throw new InvalidOperationException($"expected a kind of file that is configured, actual {format}"),
        };
        if (problem is not null)
        {
            throw new DataFileException(name, problem);
        }
    }
}
