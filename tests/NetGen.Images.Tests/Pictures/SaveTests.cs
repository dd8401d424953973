using NetGen.Images.Tests.Support;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Images.Tests.Pictures;

public sealed class SaveTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Picture _picture = Picture.Decode(Encoded.SlopeFile("png"), "slope");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Png_KeepsEveryByte(bool grey)
    {
        Picture picture = grey ? _picture.ToGrey() : _picture;
        picture.SavePng(_folder["a.png"]);

        Picture.Load(_folder["a.png"], picture.Channels).Bytes.ToArray().ShouldBe(picture.Bytes.ToArray());
        _folder.Names().ShouldBe(["a.png"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Jpeg_IsNearlyThePicture(bool grey)
    {
        Picture picture = grey ? _picture.ToGrey() : _picture;
        picture.SaveJpeg(_folder["a.jpg"], quality: 95);

        Picture loaded = Picture.Load(_folder["a.jpg"], picture.Channels);
        loaded.Shape.ShouldBe(picture.Shape);
        loaded.Bytes.ToArray().Zip(picture.Bytes.ToArray(), (a, b) => Math.Abs(a - b)).Average().ShouldBeLessThan(4);
    }

    [Fact]
    public void LowerQuality_IsSmaller() => _picture.EncodeJpeg(10).Length.ShouldBeLessThan(_picture.EncodeJpeg(100).Length);

    [Fact]
    public void WrongQuality_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _picture.EncodeJpeg(0)).Message.ShouldContain("expected a number from 1 to 100, actual 0");
        Should.Throw<ArgumentOutOfRangeException>(() => _picture.SaveJpeg(_folder["a.jpg"], 101)).ParamName.ShouldBe("quality");
        _folder.Names().ShouldBeEmpty();
    }

    [Fact]
    public void SidesOverAJpegs_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => Picture.FromBytes([1, 1, 65536], new byte[65536]).EncodeJpeg()).Message.ShouldContain("65536×1");

    [Fact]
    public void AbsentFolder_IsNamed() =>
        Should.Throw<DirectoryNotFoundException>(() => _picture.SavePng(Path.Combine(_folder.Root, "absent", "a.png"))).Message.ShouldContain("absent");
}
