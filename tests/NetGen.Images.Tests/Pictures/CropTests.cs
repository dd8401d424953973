using Shouldly;

namespace NetGen.Images.Tests.Pictures;

public sealed class CropTests
{
    /// <summary>Two digits a pixel, its row and its column; the other channels 100 and 200 more, less 256.</summary>
    private static readonly Picture s_picture = Picture.FromBytes(
        [3, 4, 5], [.. from channel in Enumerable.Range(0, 3) from y in Enumerable.Range(0, 4) from x in Enumerable.Range(0, 5) select (byte)((100 * channel) + (10 * y) + x)]);

    [Fact]
    public void Crop_CutsAllChannels()
    {
        Picture part = s_picture.Crop(1, 2, 3, 2);

        part.Shape.ShouldBe([3, 2, 3]);
        part.Bytes.ToArray().ShouldBe([21, 22, 23, 31, 32, 33, 121, 122, 123, 131, 132, 133, 221, 222, 223, 231, 232, 233]);
    }

    /// <summary>torchvision: <c>int(round((height - crop) / 2.0))</c>, so 0.5 goes to 0 and 1.5 to 2.</summary>
    [Fact]
    public void CenterCrop_RoundsHalvesToEven()
    {
        s_picture.CenterCrop(2, 1).Bytes[..2].ToArray().ShouldBe([22, 23]);
        s_picture.CenterCrop(4, 3).Bytes[0].ShouldBe((byte)0);
        s_picture.CenterCrop(5, 4).Bytes.ToArray().ShouldBe(s_picture.Bytes.ToArray());
    }

    [Fact]
    public void PadTo_PutsItIntoTheMiddle()
    {
        Picture padded = Picture.FromBytes([1, 1, 2], [1, 2]).PadTo(5, 2, 9);

        padded.Shape.ShouldBe([1, 2, 5]);
        padded.Bytes.ToArray().ShouldBe([9, 1, 2, 9, 9, 9, 9, 9, 9, 9]);
    }

    [Fact]
    public void PaddedAndCropped_IsTheSame() => s_picture.PadTo(11, 8).CenterCrop(5, 4).Bytes.ToArray().ShouldBe(s_picture.Bytes.ToArray());

    [Fact]
    public void Grid_IsRowByRow()
    {
        Picture[] pictures = [.. Enumerable.Range(1, 3).Select(i => Picture.FromBytes([1, 1, 2], [(byte)i, (byte)(10 * i)]))];

        Picture grid = Picture.Grid(pictures, columns: 2, gap: 1, value: 0);

        grid.Shape.ShouldBe([1, 5, 7]);
        grid.Bytes.ToArray().ShouldBe(
        [
            0, 0, 0, 0, 0, 0, 0,
            0, 1, 10, 0, 2, 20, 0,
            0, 0, 0, 0, 0, 0, 0,
            0, 3, 30, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0,
        ]);
        Picture.Grid(pictures, columns: 9, gap: 0).Shape.ShouldBe([1, 1, 6]);
    }

    [Fact]
    public void WrongParts_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Crop(5, 0, 1, 1)).ParamName.ShouldBe("x");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Crop(0, -1, 1, 1)).ParamName.ShouldBe("y");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Crop(3, 0, 3, 1)).Message.ShouldContain("expected a number from 1 to 2, actual 3");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.Crop(0, 3, 1, int.MaxValue)).ParamName.ShouldBe("height");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.CenterCrop(6, 1)).ParamName.ShouldBe("width");
        Should.Throw<ArgumentOutOfRangeException>(() => s_picture.PadTo(4, 4)).ParamName.ShouldBe("width");
    }

    [Fact]
    public void WrongGrids_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Picture.Grid([], 1)).Message.ShouldContain("actual none");
        Should.Throw<ArgumentException>(() => Picture.Grid([s_picture, s_picture.ToGrey()], 1)).Message.ShouldContain("(3, 4, 5) and (1, 4, 5)");
        Should.Throw<ArgumentOutOfRangeException>(() => Picture.Grid([s_picture], 0)).ParamName.ShouldBe("columns");
        Should.Throw<ArgumentOutOfRangeException>(() => Picture.Grid([s_picture], 1, -1)).ParamName.ShouldBe("gap");
    }
}
