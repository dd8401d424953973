using NetGen.Images.Tests.Support;
using Shouldly;

namespace NetGen.Images.Tests.Folders;

public sealed class FitTests : IDisposable
{
    private readonly ClassTree _tree = new();

    public FitTests()
    {
        _tree.Add("a/wide.png", Encoded.SlopeFile("png", 24, 20));
        _tree.Add("b/high.png", Encoded.SlopeFile("png", 10, 40));
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Stretch_Resizes() => Expect(
        new ImageFolderOptions { Shape = [3, 8, 6], Filter = ResizeFilter.Bicubic },
        picture => picture.Resize(6, 8, ResizeFilter.Bicubic));

    /// <summary>By hand: 24×20 covers 6×8 as 9×8 (9.6 without its fraction), 10×40 as 6×24.</summary>
    [Fact]
    public void CenterCrop_Covers() => Expect(
        new ImageFolderOptions { Shape = [3, 8, 6], Fit = Fit.CenterCrop },
        picture => (picture.Width == 24 ? picture.Resize(9, 8) : picture.Resize(6, 24)).CenterCrop(6, 8));

    [Fact]
    public void CenterCropOfASquare_IsThatOfTorchvision() => Expect(
        new ImageFolderOptions { Shape = [3, 8, 8], Fit = Fit.CenterCrop },
        picture => picture.ResizeShorterSide(8).CenterCrop(8, 8));

    [Fact]
    public void ShorterSide_IsResizedFirst() => Expect(
        new ImageFolderOptions { Shape = [3, 7, 7], Fit = Fit.CenterCrop, ShorterSide = 9 },
        picture => picture.ResizeShorterSide(9).CenterCrop(7, 7));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Refuse_NamesTheFileAndBothSizes(bool keep)
    {
        ImageFolderOptions options = new() { Shape = [3, 20, 24], Fit = Fit.Refuse, Keep = keep };

        Should.Throw<DataFileException>(() => ImageFolder.Load(_tree.Root, options)).Message
            .ShouldBe($"{_tree.PathOf("b/high.png")}: expected a picture of 24×20 pixels, actual 10×40");
        _tree.Add("b/fits.png", Encoded.SlopeFile("png", 24, 20));
        ImageFolder images = ImageFolder.Load(_tree.Root, options with { BadFile = BadFile.Skip });
        images.Count.ShouldBe(2);
        images.Skipped.ShouldHaveSingleItem().Path.ShouldBe(_tree.PathOf("b/high.png"));
        images.Skipped[0].IsOtherSize.ShouldBeTrue();
        images.PictureOf(1).Shape.ShouldBe([3, 20, 24]);
    }

    [Theory]
    [InlineData(Fit.Stretch)]
    [InlineData(Fit.CenterCrop)]
    public void OnePicture_IsReadAsAFoldersAre(Fit fit)
    {
        ImageFolderOptions options = new() { Shape = [3, 8, 6], Fit = fit, Filter = ResizeFilter.Bicubic };

        options.ReadPicture(_tree.PathOf("b/high.png")).Bytes.ToArray().ShouldBe(ImageFolder.Load(_tree.Root, options).PictureOf(1).Bytes.ToArray());
        Should.Throw<FileNotFoundException>(() => options.ReadPicture(_tree.PathOf("b/absent.png")));
        Should.Throw<ArgumentException>(() => (options with { Shape = [3] }).ReadPicture(_tree.PathOf("b/high.png")));
    }

    /// <summary>40,000 × 1 pixels would have to become 40,000,000 × 1000 first, more bytes than an array has.</summary>
    [Fact]
    public void PictureTooThinToBeResized_IsNamed()
    {
        string path = _tree.Add("b/thin.png", Encoded.Plain(40_000, 1, 1, 2, 3));
        ImageFolderOptions options = new() { Shape = [3, 1000, 1000], Fit = Fit.CenterCrop };

        Should.Throw<DataFileException>(() => options.ReadPicture(path)).Message
            .ShouldBe($"{path}: expected a picture that can be resized to cover 1000×1000 pixels, actual 40000×1");
    }

    /// <summary>3×2 as stored, 2×3 as seen.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Refuse_GoesByTheSizeAsSeen(bool keep)
    {
        using ClassTree turned = new();
        turned.Add("a/1.png", Encoded.Oriented(6, Encoded.Encoder("png")));
        turned.Add("b/1.tiff", Encoded.Oriented(6, Encoded.Encoder("tiff")));

        ImageFolder.Load(turned.Root, new ImageFolderOptions { Shape = [3, 3, 2], Fit = Fit.Refuse, Keep = keep }).PictureOf(1).Shape.ShouldBe([3, 3, 2]);
    }

    private void Expect(ImageFolderOptions options, Func<Picture, Picture> fit)
    {
        foreach (bool keep in (bool[])[true, false])
        {
            ImageFolder images = ImageFolder.Load(_tree.Root, options with { Keep = keep });
            for (int i = 0; i < 2; i++)
            {
                Picture expected = fit(Picture.Load(images.PathOf(i)));
                images.PictureOf(i).Shape.ShouldBe(expected.Shape);
                images.PictureOf(i).Bytes.ToArray().ShouldBe(expected.Bytes.ToArray());
            }
        }
    }
}
