using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Formats.Tiff.Constants;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;

namespace NetGen.Images.Tests.Support;

/// <summary>Files made by ImageSharp itself.</summary>
internal static class Encoded
{
    /// <summary>An encoder of each kind, by what the kind's files end with. All but JPEG keep the pixels.</summary>
    public static IImageEncoder Encoder(string kind) => kind switch
    {
        "png" => new PngEncoder(),
        "jpg" => new JpegEncoder { Quality = 100, ColorType = JpegColorType.YCbCrRatio444 },
        "bmp" => new BmpEncoder { BitsPerPixel = BmpBitsPerPixel.Pixel24 },
        "gif" => new GifEncoder(),
        "webp" => new WebpEncoder { FileFormat = WebpFileFormatType.Lossless },
        "tiff" => new TiffEncoder { Compression = TiffCompression.None },
        "lzw.tiff" => new TiffEncoder { Compression = TiffCompression.Lzw },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind),
    };

    /// <summary>A smooth colour picture with no symmetry.</summary>
    public static Image<Rgb24> Slope(int width, int height)
    {
        Image<Rgb24> image = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                image[x, y] = new Rgb24((byte)(x * 255 / width), (byte)(y * 255 / height), (byte)((x + y) * 100 / (width + height)));
            }
        }

        return image;
    }

    public static byte[] SlopeFile(string kind, int width = 24, int height = 20)
    {
        using Image<Rgb24> image = Slope(width, height);
        return Bytes(image, Encoder(kind));
    }

    /// <summary>A picture of one colour.</summary>
    public static byte[] Plain(int width, int height, byte red, byte green, byte blue, string kind = "png")
    {
        using Image<Rgb24> image = new(width, height, new Rgb24(red, green, blue));
        return Bytes(image, Encoder(kind));
    }

    /// <summary>Grey rows <c>10 20 30</c> and <c>40 50 60</c> with an EXIF orientation.</summary>
    public static byte[] Oriented(ushort orientation, IImageEncoder encoder)
    {
        using Image<Rgb24> image = new(3, 2);
        for (int i = 0; i < 6; i++)
        {
            byte value = (byte)((i + 1) * 10);
            image[i % 3, i / 3] = new Rgb24(value, value, value);
        }

        ExifProfile exif = new();
        exif.SetValue(ExifTag.Orientation, orientation);
        image.Metadata.ExifProfile = exif;

        // Where TIFF has it.
        image.Frames.RootFrame.Metadata.ExifProfile = exif;
        return Bytes(image, encoder);
    }

    public static byte[] Bytes<TPixel>(Image<TPixel> image, IImageEncoder encoder)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        using MemoryStream file = new();
        image.Save(file, encoder);
        return file.ToArray();
    }
}
