using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;

namespace NetGen.Images;

/// <summary>Makes pictures of files. All that ImageSharp throws becomes a <see cref="DataFileException"/>.</summary>
internal static class PictureDecoder
{
    /// <summary>Reads the header alone, and refuses sizes over the limits.</summary>
    /// <exception cref="DataFileException">The header is damaged, of another kind, or says too much.</exception>
    public static PictureHeader Identify(Stream stream, string name, PictureLimits limits)
    {
        IImageFormat format = null!;
        IImageInfo? info = Guard(name, () => Image.Identify(ImageSharpSettings.Configuration, stream, out format));
        if (info is null)
        {
            throw new DataFileException(name, "expected a picture as PNG, JPEG, BMP, GIF, WebP or TIFF, actual another kind of file");
        }

        if (info.Width < 1 || info.Height < 1)
        {
            throw new DataFileException(name, FormattableString.Invariant($"expected a picture of one pixel or more, actual {info.Width}×{info.Height}"));
        }

        CheckPixels(info.Width, info.Height, name, limits);

        // ImageSharp has a TIFF's tags with its frames, which only decoding reads.
        return new PictureHeader(format.Name, info.Width, info.Height, format is TiffFormat ? null : NumberOf(info.Metadata.ExifProfile));
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="DataFileException">The file is damaged, cut off, of another kind, or over a limit.</exception>
    public static Picture Decode(byte[] bytes, string name, int channels, PictureLimits limits)
    {
        using MemoryStream stream = new(bytes, writable: false);
        PictureHeader header = Identify(stream, name, limits);
        FileEnd.Check(header.Format, bytes, name, limits);
        stream.Position = 0;
        using Image<Rgba32> image = Guard(name, () => Image.Load<Rgba32>(ImageSharpSettings.Configuration, stream));
        CheckPixels(image.Width, image.Height, name, limits);
        int number = header.Orientation ?? NumberOf(image.Frames.RootFrame.Metadata.ExifProfile);
        return PixelPlanes.Of(image, Orientation.Of(number, image.Width, image.Height), channels);
    }

    /// <summary>Refuses a picture that is too large to decode.</summary>
    public static void CheckPixels(int width, int height, string name, PictureLimits limits)
    {
        if ((long)width * height > limits.MostPixels)
        {
            throw new DataFileException(
                name, FormattableString.Invariant($"expected at most {limits.MostPixels} pixels, actual {width}×{height} = {(long)width * height}"));
        }
    }

    private static int NumberOf(ExifProfile? profile) => profile?.GetValue(ExifTag.Orientation)?.Value ?? 1;

    /// <summary>
    /// A decoder throws exceptions of many types on damaged files, indexes out of range among them. None of them is the caller's mistake, so all are told as
    /// what they mean; only memory that is short is not the file's fault.
    /// </summary>
    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new DataFileException(name, $"the picture is damaged, or of a kind that is not supported: {e.Message}", e);
        }
    }
}
