using Shouldly;

namespace NetGen.Images.Tests.Pictures;

/// <summary>
/// Expected bytes are Pillow 9.4's: <c>y, x = numpy.mgrid[0:6, 0:7]; Image.fromarray(((x*37 + y*59 + x*y*11) % 256).astype('uint8')).resize((width, height), filter)</c>.
/// No tolerance: weights and rounding are the same. One row is by hand: the fifth of nine rows, nearest, whose centre 4.5 · 6 / 9 = 3 is exactly where row 3 begins;
/// Pillow adds fractions up, comes out a little under 3, and takes row 2.
/// </summary>
public sealed class ResizeTests
{
    private static readonly Picture s_picture = Picture.FromBytes(
        [1, 6, 7], [.. Enumerable.Range(0, 42).Select(i => (byte)((i % 7 * 37) + (i / 7 * 59) + (i % 7 * (i / 7) * 11)))]);

    [Theory]
    [InlineData(3, 2, new byte[] { 111, 143, 138, 149, 136, 135 })]
    [InlineData(3, 9, new byte[] { 32, 111, 190, 66, 150, 148, 112, 176, 115, 157, 126, 155, 176, 123, 123, 175, 134, 90, 148, 145, 131, 130, 141, 153, 118, 134, 165 })]
    [InlineData(10, 4, new byte[] { 22, 44, 73, 102, 131, 160, 184, 146, 151, 173, 105, 136, 169, 188, 134, 124, 158, 117, 129, 160, 190, 183, 160, 111, 136, 147, 135, 87, 102, 141, 113, 109, 127, 188, 146, 118, 117, 178, 168, 128 })]
    [InlineData(1, 1, new byte[] { 136 })]
    public void Bilinear_IsThatOfPillow(int width, int height, byte[] expected) => Expect(width, height, ResizeFilter.Bilinear, expected);

    [Theory]
    [InlineData(3, 2, new byte[] { 107, 144, 141, 153, 136, 132 })]
    [InlineData(3, 9, new byte[] { 23, 105, 201, 54, 157, 148, 107, 194, 105, 161, 123, 160, 184, 116, 121, 180, 133, 82, 152, 140, 133, 126, 142, 157, 112, 141, 163 })]
    [InlineData(10, 4, new byte[] { 16, 35, 67, 97, 133, 169, 189, 142, 147, 174, 96, 134, 181, 202, 126, 114, 164, 112, 124, 162, 206, 198, 162, 98, 136, 158, 132, 69, 94, 148, 111, 98, 119, 196, 150, 107, 112, 193, 177, 124 })]
    [InlineData(1, 1, new byte[] { 135 })]
    public void Bicubic_IsThatOfPillow(int width, int height, byte[] expected) => Expect(width, height, ResizeFilter.Bicubic, expected);

    [Theory]
    [InlineData(3, 2, new byte[] { 107, 203, 43, 61, 223, 129 })]
    [InlineData(3, 9, new byte[] { 37, 111, 185, 107, 203, 43, 107, 203, 43, 177, 39, 157, 247, 131, 15, 247, 131, 15, 61, 223, 129, 131, 59, 243, 131, 59, 243 })]
    [InlineData(10, 4, new byte[] { 0, 37, 37, 74, 111, 111, 148, 185, 185, 222, 118, 177, 177, 236, 39, 39, 98, 157, 157, 216, 177, 247, 247, 61, 131, 131, 201, 15, 15, 85, 39, 131, 131, 223, 59, 59, 151, 243, 243, 79 })]
    [InlineData(1, 1, new byte[] { 131 })]
    public void Nearest_IsThatOfPillow(int width, int height, byte[] expected) => Expect(width, height, ResizeFilter.Nearest, expected);

    /// <summary>The same of the colours (x·30, y·40, x·y·7), 7×6 to 3×2.</summary>
    [Fact]
    public void Channels_AreResizedAlike()
    {
        byte[] colours =
        [
            .. Enumerable.Range(0, 42).Select(i => (byte)(i % 7 * 30)),
            .. Enumerable.Range(0, 42).Select(i => (byte)(i / 7 * 40)),
            .. Enumerable.Range(0, 42).Select(i => (byte)(i % 7 * (i / 7) * 7)),
        ];

        Picture.FromBytes([3, 6, 7], colours).Resize(3, 2).Bytes.ToArray()
            .ShouldBe([26, 90, 154, 26, 90, 154, 50, 50, 50, 150, 150, 150, 8, 26, 45, 23, 79, 135]);
    }

    [Theory]
    [InlineData(ResizeFilter.Bilinear)]
    [InlineData(ResizeFilter.Bicubic)]
    [InlineData(ResizeFilter.Nearest)]
    public void OneColour_StaysThatColour(ResizeFilter filter)
    {
        byte[] white = new byte[3 * 11 * 13];
        white.AsSpan().Fill(255);
        Picture picture = Picture.FromBytes([3, 11, 13], white);
        for (int size = 1; size < 40; size++)
        {
            picture.Resize(size, 41 - size, filter).Bytes.IndexOfAnyExcept((byte)255).ShouldBe(-1);
        }
    }

    [Fact]
    public void SameSize_IsThePicture() => s_picture.Resize(7, 6, ResizeFilter.Bicubic).ShouldBeSameAs(s_picture);

    /// <summary>torchvision: int(size · longer / shorter), for 7×6 at 4: 4.67.</summary>
    [Fact]
    public void ShorterSide_KeepsProportions()
    {
        s_picture.ResizeShorterSide(4).Shape.ShouldBe([1, 4, 4]);
        s_picture.ResizeShorterSide(12).Shape.ShouldBe([1, 12, 14]);
        Picture.FromBytes([1, 10, 3], new byte[30]).ResizeShorterSide(2).Shape.ShouldBe([1, 6, 2]);
    }

    [Fact]
    public void WrongSizes_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Resize(0, 4)).ParamName.ShouldBe("width");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Resize(4, -1)).ParamName.ShouldBe("height");
        Should.Throw<ArgumentException>(() => s_picture.Resize(65536, 65536)).Message.ShouldContain("actual 4294967296");
        Should.Throw<ArgumentException>(() => s_picture.Resize(1_000_000_000, 1)).ParamName.ShouldBe("width");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Resize(4, 4, (ResizeFilter)9)).Message.ShouldContain("actual 9");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.ResizeShorterSide(0)).ParamName.ShouldBe("size");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.ResizeShorterSide(int.MaxValue)).ParamName.ShouldBe("size");
    }

    private static void Expect(int width, int height, ResizeFilter filter, byte[] expected)
    {
        Picture resized = s_picture.Resize(width, height, filter);

        resized.Shape.ShouldBe([1, height, width]);
        resized.Bytes.ToArray().ShouldBe(expected);
    }
}
