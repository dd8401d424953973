using NetGen.Images.Tests.Support;
using Shouldly;

namespace NetGen.Images.Tests.Decoding;

public sealed class LimitTests
{
    [Fact]
    public void ClaimedPixels_AreCheckedFirst()
    {
        byte[] file = PngChunks.WithSize(Encoded.SlopeFile("png"), 60_000, 60_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<DataFileException>(() => Picture.Decode(file, "huge.png")).Message
            .ShouldBe("huge.png: expected at most 100000000 pixels, actual 60000×60000 = 3600000000");

        // Nothing was made for 3,600 million pixels.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("gif")]
    [InlineData("tiff")]
    public void LastPixel_IsAllowed(string kind)
    {
        byte[] file = Encoded.SlopeFile(kind);

        Picture.Decode(file, kind, limits: new PictureLimits { MostPixels = 480 }).Width.ShouldBe(24);
        Should.Throw<DataFileException>(() => Picture.Decode(file, kind, limits: new PictureLimits { MostPixels = 479 })).Message.ShouldContain("at most 479 pixels");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LongStream_IsRefused(bool seeks)
    {
        byte[] file = Encoded.SlopeFile("png", 300, 300);
        PictureLimits exact = new() { MostBytes = file.Length };
        PictureLimits less = new() { MostBytes = file.Length - 1 };
        using Stream fits = new SlowStream(file, seeks);
        using Stream tooLong = new SlowStream(file, seeks);

        Picture.Decode(fits, "stream", limits: exact).Shape.ShouldBe([3, 300, 300]);
        Should.Throw<DataFileException>(() => Picture.Decode(tooLong, "stream", limits: less)).Message.ShouldContain($"at most {file.Length - 1} bytes");
        Should.Throw<DataFileException>(() => Picture.Decode(file, "bytes", limits: less));
    }

    [Fact]
    public void EmptyStream_IsRefused() => Should.Throw<DataFileException>(() => Picture.Decode(Stream.Null, "nothing")).Message.ShouldBe("nothing: expected a picture, actual 0 bytes");

    [Fact]
    public void WrongLimits_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new PictureLimits { MostPixels = 0 }).ParamName.ShouldBe("MostPixels");
        Should.Throw<ArgumentOutOfRangeException>(() => new PictureLimits { MostPixels = PictureLimits.PixelBound + 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new PictureLimits { MostBytes = PictureLimits.ByteBound + 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new PictureLimits { MostBytes = 0 }).ParamName.ShouldBe("MostBytes");
    }

    /// <summary>Gives a piece at a time, as a network does.</summary>
    private sealed class SlowStream(byte[] bytes, bool seeks) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => seeks;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 100)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 100));
    }
}
