using System.Globalization;
using NetGen.Images.Tests.Support;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Images.Tests.Decoding;

public sealed class DamageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What lies behind all that is needed may be absent: a GIF's last byte, which says that no frame follows, and the byte that makes a TIFF file's length even.</summary>
    [Theory]
    [InlineData("png", 0)]
    [InlineData("jpg", 0)]
    [InlineData("bmp", 0)]
    [InlineData("webp", 0)]
    [InlineData("gif", 1)]
    [InlineData("tiff", 1)]
    [InlineData("lzw.tiff", 1)]
    public void EveryCut_IsRefused(string kind, int spare)
    {
        byte[] file = Encoded.SlopeFile(kind);
        for (int length = 0; length < file.Length - spare; length++)
        {
            Should.Throw<DataFileException>(() => Picture.Decode(file[..length], "cut"), length.ToString(CultureInfo.InvariantCulture)).Path.ShouldBe("cut");
        }

        Picture.Decode(file[..^spare], kind).Bytes.ToArray().ShouldBe(Picture.Decode(file, kind).Bytes.ToArray());
    }

    [Theory]
    [InlineData("png", 0)]
    [InlineData("jpg", 1)]
    [InlineData("bmp", 2)]
    [InlineData("gif", 3)]
    [InlineData("webp", 4)]
    [InlineData("tiff", 5)]
    [InlineData("lzw.tiff", 6)]
    public void AnyDamage_IsRefusedOrRead(string kind, int seed)
    {
        byte[] file = Encoded.SlopeFile(kind);
        Random random = new(seed);
        for (int i = 0; i < 200; i++)
        {
            byte[] damaged = [.. file];
            for (int k = 0; k < 4; k++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Picture.Decode(damaged, "damaged", limits: new PictureLimits { MostPixels = 1_000_000 });
            }
            catch (DataFileException)
            {
                // No other type may come out.
            }
        }
    }

    [Fact]
    public void JpegWithAThumbnail_NeedsItsOwnEnd()
    {
        byte[] file = Encoded.SlopeFile("jpg");

        // After the start of the image, a segment of an application's with another end of an image in it.
        byte[] with = [.. file[..2], 0xFF, 0xEC, 0, 6, 0xFF, 0xD8, 0xFF, 0xD9, .. file[2..]];

        Picture.Decode(with, "thumbnail").Shape.ShouldBe([3, 20, 24]);
        Should.Throw<DataFileException>(() => Picture.Decode(with[..^40], "thumbnail")).Message.ShouldStartWith("thumbnail: the file is cut off: expected a JPEG");
    }

    [Fact]
    public void BytesAfterTheEnd_AreLeft()
    {
        byte[] file = Encoded.SlopeFile("jpg");

        Picture.Decode([.. file, 1, 2, 3], "more").Bytes.ToArray().ShouldBe(Picture.Decode(file, "jpg").Bytes.ToArray());
    }

    [Fact]
    public void PngChecksum_IsChecked()
    {
        byte[] file = Encoded.SlopeFile("png");
        int data = file.AsSpan().IndexOf("IDAT"u8) + 20;
        file[data] ^= 1;

        Should.Throw<DataFileException>(() => Picture.Decode(file, "png")).Message.ShouldContain("damaged");
    }

    [Fact]
    public void EmptyFile_IsNamed()
    {
        string path = _folder.Write("empty.jpg", []);

        DataFileException problem = Should.Throw<DataFileException>(() => Picture.Load(path));
        problem.Path.ShouldBe(path);
        problem.Message.ShouldBe($"{path}: expected a picture, actual 0 bytes");
    }

    [Fact]
    public void OtherKind_IsRefused() =>
        Should.Throw<DataFileException>(() => Picture.Decode("not a picture"u8.ToArray(), "text.png")).Message
            .ShouldBe("text.png: expected a picture as PNG, JPEG, BMP, GIF, WebP or TIFF, actual another kind of file");

    [Fact]
    public void AbsentFile_IsNoDataFile()
    {
        Should.Throw<FileNotFoundException>(() => Picture.Load(_folder["absent.png"]));
        Should.Throw<ArgumentException>(() => Picture.Load(""));
        Should.Throw<ArgumentOutOfRangeException>(() => Picture.Load(_folder["absent.png"], channels: 4)).Message.ShouldContain("actual 4");
    }

    [Fact]
    public void TryLoad_TellsWhatIsWrong()
    {
        string bad = _folder.Write("bad.png", [1, 2, 3]);
        string good = _folder.Write("good.png", Encoded.SlopeFile("png"));

        Picture.TryLoad(bad, out Picture? picture, out string? problem).ShouldBeFalse();
        picture.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldStartWith(bad);
        Picture.TryLoad(_folder["absent.png"], out _, out problem).ShouldBeFalse();
        problem.ShouldNotBeNull().ShouldContain("absent.png");
        Picture.TryLoad(good, out picture, out problem, channels: 1).ShouldBeTrue();
        picture.ShouldNotBeNull().Shape.ShouldBe([1, 20, 24]);
        problem.ShouldBeNull();
    }
}
