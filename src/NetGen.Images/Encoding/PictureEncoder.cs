using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace NetGen.Images;

/// <summary>Makes files of pictures.</summary>
internal static class PictureEncoder
{
    private const int JpegSide = ushort.MaxValue;

    public static byte[] Png(Picture picture) => Encode(picture, new PngEncoder
    {
        BitDepth = PngBitDepth.Bit8,
        ColorType = picture.Channels == 1 ? PngColorType.Grayscale : PngColorType.Rgb,
    });

    public static byte[] Jpeg(Picture picture, int quality)
    {
        Check.InRange(quality, 1, 100, nameof(quality));
        if (picture.Width > JpegSide || picture.Height > JpegSide)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"expected sides of at most {JpegSide} pixels for a JPEG, actual {picture.Width}×{picture.Height}"));
        }

        return Encode(picture, new JpegEncoder
        {
            Quality = quality,
            ColorType = picture.Channels == 1 ? JpegColorType.Luminance : JpegColorType.YCbCrRatio420,
        });
    }

    private static byte[] Encode(Picture picture, IImageEncoder encoder)
    {
        using MemoryStream file = new();
        if (picture.Channels == 1)
        {
            using Image<L8> image = Image.LoadPixelData<L8>(ImageSharpSettings.Configuration, picture.Bytes, picture.Width, picture.Height);
            image.Save(file, encoder);
        }
        else
        {
            using Image<Rgb24> image = Image.LoadPixelData<Rgb24>(ImageSharpSettings.Configuration, Interleaved(picture), picture.Width, picture.Height);
            image.Save(file, encoder);
        }

        return file.ToArray();
    }

    private static byte[] Interleaved(Picture picture)
    {
        ReadOnlySpan<byte> bytes = picture.Bytes;
        int plane = picture.Width * picture.Height;
        byte[] pixels = new byte[bytes.Length];
        for (int i = 0; i < plane; i++)
        {
            pixels[3 * i] = bytes[i];
            pixels[(3 * i) + 1] = bytes[i + plane];
            pixels[(3 * i) + 2] = bytes[i + (2 * plane)];
        }

        return pixels;
    }
}
