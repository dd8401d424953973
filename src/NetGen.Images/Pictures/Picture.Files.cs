using System.Diagnostics.CodeAnalysis;

namespace NetGen.Images;

/// <content>Reading and writing files.</content>
public sealed partial class Picture
{
    /// <summary>Reads a file: PNG, JPEG, BMP, GIF, WebP or TIFF, known by its first bytes and not by its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channels">3 for red, green, blue, to which a grey file's values go thrice; 1 for grey, as <see cref="ToGrey"/> makes it.</param>
    /// <param name="limits">What the file may be at most; <see cref="PictureLimits.Default"/> where absent.</param>
    /// <returns>The picture as it is to be seen: turned and mirrored as its EXIF orientation says (a number other than 1 to 8 says nothing),
    /// what is transparent put over white, 16 bits a channel rounded to 8, palettes looked up, CMYK as RGB; of an animation the first frame.</returns>
    /// <remarks>Colour profiles are not applied. The pixels of a JPEG differ from one decoder to another, by about a level on average and by more beside
    /// sharp edges of colour.</remarks>
    /// <exception cref="DataFileException">The file is empty, damaged, cut off, none of these kinds, or over a limit.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Picture Load(string path, int channels = Colour, PictureLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PictureShape.CheckChannels(channels, nameof(channels));
        limits ??= PictureLimits.Default;
        return PictureDecoder.Decode(PictureBytes.Read(path, limits), path, channels, limits);
    }

    /// <summary>Reads a file as <see cref="Load"/> does, and tells what is wrong with it instead of throwing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="picture">The picture; null where there is a problem.</param>
    /// <param name="problem">The path and what is wrong; null where there is a picture.</param>
    /// <param name="channels">3 for red, green, blue; 1 for grey.</param>
    /// <param name="limits">What the file may be at most; <see cref="PictureLimits.Default"/> where absent.</param>
    /// <returns>Whether there is a picture.</returns>
    public static bool TryLoad(
        string path,
        [NotNullWhen(true)] out Picture? picture,
        [NotNullWhen(false)] out string? problem,
        int channels = Colour,
        PictureLimits? limits = null)
    {
        try
        {
            picture = Load(path, channels, limits);
            problem = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            picture = null;
            problem = e.Message;
            return false;
        }
    }

    /// <summary>Reads a file's bytes as <see cref="Load"/> reads a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="channels">3 for red, green, blue; 1 for grey.</param>
    /// <param name="limits">What the file may be at most; <see cref="PictureLimits.Default"/> where absent.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="DataFileException">The bytes are empty, damaged, cut off, none of the kinds, or over a limit.</exception>
    public static Picture Decode(byte[] bytes, string name, int channels = Colour, PictureLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentException.ThrowIfNullOrEmpty(name);
        PictureShape.CheckChannels(channels, nameof(channels));
        limits ??= PictureLimits.Default;
        PictureBytes.CheckLength(bytes.Length, name, limits);
        return PictureDecoder.Decode(bytes, name, channels, limits);
    }

    /// <summary>Reads a stream to its end, as <see cref="Load"/> reads a file.</summary>
    /// <param name="stream">The whole file; it need not seek, and stays open.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="channels">3 for red, green, blue; 1 for grey.</param>
    /// <param name="limits">What the file may be at most; <see cref="PictureLimits.Default"/> where absent.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="DataFileException">The bytes are empty, damaged, cut off, none of the kinds, or over a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Picture Decode(Stream stream, string name, int channels = Colour, PictureLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        PictureShape.CheckChannels(channels, nameof(channels));
        limits ??= PictureLimits.Default;
        return PictureDecoder.Decode(PictureBytes.Read(stream, name, limits), name, channels, limits);
    }

    /// <summary>The picture as a PNG file, 8 bits a channel, without loss.</summary>
    /// <returns>The file's bytes.</returns>
    public byte[] EncodePng() => PictureEncoder.Png(this);

    /// <summary>The picture as a JPEG file (a colour one with its colours at half the resolution, 4:2:0).</summary>
    /// <param name="quality">From 1 to 100.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quality is out of range.</exception>
    /// <exception cref="InvalidOperationException">A side is longer than the 65,535 pixels that a JPEG has room for.</exception>
    public byte[] EncodeJpeg(int quality = 90) => PictureEncoder.Jpeg(this, quality);

    /// <summary>Writes a PNG file, 8 bits a channel, without loss.</summary>
    /// <param name="path">The file to make or replace; a reader sees the old file or the whole new one.</param>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public void SavePng(string path)
    {
        byte[] file = EncodePng();
        AtomicFile.Write(path, stream => stream.Write(file));
    }

    /// <summary>Writes a JPEG file as <see cref="EncodeJpeg"/> makes it.</summary>
    /// <param name="path">The file to make or replace; a reader sees the old file or the whole new one.</param>
    /// <param name="quality">From 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quality is out of range.</exception>
    /// <exception cref="InvalidOperationException">A side is longer than the 65,535 pixels that a JPEG has room for.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public void SaveJpeg(string path, int quality = 90)
    {
        byte[] file = EncodeJpeg(quality);
        AtomicFile.Write(path, stream => stream.Write(file));
    }
}
