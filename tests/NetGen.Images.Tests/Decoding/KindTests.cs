using NetGen.Images.Tests.Support;
using Shouldly;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace NetGen.Images.Tests.Decoding;

public sealed class KindTests
{
    [Theory]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("webp")]
    [InlineData("tiff")]
    [InlineData("lzw.tiff")]
    public void LosslessKind_GivesEveryByte(string kind)
    {
        using Image<Rgb24> image = Encoded.Slope(7, 5);

        Picture picture = Picture.Decode(Encoded.Bytes(image, Encoded.Encoder(kind)), kind);

        picture.Shape.ShouldBe([3, 5, 7]);
        for (int i = 0; i < 35; i++)
        {
            Pixel(picture, i).ShouldBe(image[i % 7, i / 7]);
        }
    }

    [Fact]
    public void Jpeg_IsNearlyThePicture()
    {
        using Image<Rgb24> image = Encoded.Slope(24, 20);
        Picture picture = Picture.Decode(Encoded.Bytes(image, Encoded.Encoder("jpg")), "jpg");

        for (int i = 0; i < 480; i++)
        {
            ((double)Pixel(picture, i).R).ShouldBe(image[i % 24, i / 24].R, 4.0);
        }
    }

    /// <summary>By hand: 100 / 65535 × 255 = 0.389, 200 × … = 0.778, and so on.</summary>
    [Fact]
    public void SixteenBits_AreRounded()
    {
        using Image<L16> image = new(5, 1);
        (image[0, 0], image[1, 0], image[2, 0], image[3, 0], image[4, 0]) = (new(0), new(100), new(200), new(65535), new(32896));
        byte[] file = Encoded.Bytes(image, new PngEncoder { BitDepth = PngBitDepth.Bit16, ColorType = PngColorType.Grayscale });

        Picture.Decode(file, "16", channels: 1).Bytes.ToArray().ShouldBe([0, 0, 1, 255, 128]);
        Picture.Decode(file, "16").Bytes.ToArray().ShouldBe([0, 0, 1, 255, 128, 0, 0, 1, 255, 128, 0, 0, 1, 255, 128]);
    }

    [Fact]
    public void Palette_IsLookedUp()
    {
        byte[] file;
        using (Image<Rgb24> image = new(2, 1, new Rgb24(255, 0, 0)))
        {
            image[1, 0] = new Rgb24(0, 0, 255);
            file = Encoded.Bytes(image, new PngEncoder { ColorType = PngColorType.Palette });
        }

        Picture.Decode(file, "palette").Bytes.ToArray().ShouldBe([255, 0, 0, 0, 0, 255]);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    public void GreyFile_GoesToEachChannel(string kind)
    {
        using Image<L8> image = new(8, 8, new L8(77));
        byte[] file = kind == "png"
            ? Encoded.Bytes(image, new PngEncoder { ColorType = PngColorType.Grayscale })
            : Encoded.Bytes(image, new JpegEncoder { ColorType = JpegColorType.Luminance, Quality = 100 });

        Picture.Decode(file, kind).Bytes.ToArray().ShouldAllBe(b => b == 77);
        Picture.Decode(file, kind, channels: 1).Shape.ShouldBe([1, 8, 8]);
    }

    /// <summary>By hand: 200 at 128/255 over white is (200·128 + 255·127) / 255 = 227.4; at 0 it is white.</summary>
    [Fact]
    public void Transparency_IsPutOverWhite()
    {
        using Image<Rgba32> image = new(3, 1);
        (image[0, 0], image[1, 0], image[2, 0]) = (new(200, 0, 10, 255), new(200, 0, 10, 128), new(200, 0, 10, 0));

        Picture.Decode(Encoded.Bytes(image, new PngEncoder { ColorType = PngColorType.RgbWithAlpha }), "alpha").Bytes.ToArray()
            .ShouldBe([200, 227, 255, 0, 127, 255, 10, 132, 255]);
    }

    /// <summary>A JPEG of 8×8 pixels (55, 155, 205 of CMY and none of K), written by Pillow 9.4, whose own RGB of it is (200, 100, 50).</summary>
    [Fact]
    public void CmykJpeg_IsRgb()
    {
        const string file =
            "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEB"
            + "AAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0"
            + "dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD9IK8Pr8x6/fyv/9k=";
        Picture picture = Picture.Decode(Convert.FromBase64String(file), "cmyk");

        picture.Shape.ShouldBe([3, 8, 8]);
        Rgb24 pixel = Pixel(picture, 9);
        ((double)pixel.R).ShouldBe(200, 2.0);
        ((double)pixel.G).ShouldBe(100, 2.0);
        ((double)pixel.B).ShouldBe(50, 2.0);
    }

    [Fact]
    public void Animation_GivesItsFirstFrame()
    {
        using Image<Rgba32> image = new(4, 4, new Rgba32(255, 0, 0));
        using Image<Rgba32> second = new(4, 4, new Rgba32(0, 255, 0));
        image.Frames.AddFrame(second.Frames.RootFrame);
        byte[] file = Encoded.Bytes(image, new GifEncoder());

        Picture picture = Picture.Decode(file, "gif");

        picture.Shape.ShouldBe([3, 4, 4]);
        Pixel(picture, 0).ShouldBe(new Rgb24(255, 0, 0));
    }

    private static Rgb24 Pixel(Picture picture, int index)
    {
        int plane = picture.Width * picture.Height;
        return new Rgb24(picture.Bytes[index], picture.Bytes[index + plane], picture.Bytes[index + (2 * plane)]);
    }
}
