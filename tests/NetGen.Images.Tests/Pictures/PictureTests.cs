using Shouldly;

namespace NetGen.Images.Tests.Pictures;

public sealed class PictureTests
{
    [Fact]
    public void Bytes_AreCopied()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6];
        Picture picture = Picture.FromBytes([1, 2, 3], bytes);
        bytes[0] = 99;

        (picture.Channels, picture.Height, picture.Width).ShouldBe((1, 2, 3));
        picture.Shape.ShouldBe([1, 2, 3]);
        picture.Bytes.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        picture.ToString().ShouldBe("3×2, grey");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(0)]
    public void OtherLength_IsRefused(int length)
    {
        Should.Throw<ArgumentException>(() => Picture.FromBytes([1, 2, 3], new byte[length])).Message
            .ShouldContain($"expected 6 values for a picture of (1, 2, 3), actual {length}");
        Should.Throw<ArgumentException>(() => Picture.FromFloats(new float[length], [1, 2, 3])).ParamName.ShouldBe("values");
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(4, 1, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(3, 1, -1)]
    public void OtherShape_IsRefused(int channels, int height, int width) =>
        Should.Throw<ArgumentException>(() => Picture.FromBytes([channels, height, width], [])).Message
            .ShouldContain($"expected channels (1 or 3), height, width, each at least 1, actual ({channels}, {height}, {width})");

    [Fact]
    public void ShapeOverAnArray_IsRefused() =>
        Should.Throw<ArgumentException>(() => Picture.FromBytes([3, 65536, 65536], [])).Message.ShouldContain("actual 12884901888");

    [Fact]
    public void Floats_AreNormalised()
    {
        float[] values = new float[6];
        Picture.FromBytes([3, 1, 2], [0, 255, 51, 102, 204, 153]).ToFloats(values, [0.5f, 0f, 0.2f], [0.5f, 1f, 2f]);

        // By hand: 0 and 1, 0.2 and 0.4, 0.8 and 0.6, less the mean, by the deviation.
        values.ShouldBe([-1f, 1f, 0.2f, 0.4f, 0.3f, 0.2f], 1e-6);
    }

    [Fact]
    public void PlainFloats_AreExactlyByteOver255()
    {
        float[] values = new float[256];
        Picture.FromBytes([1, 1, 256], [.. Enumerable.Range(0, 256).Select(i => (byte)i)]).ToFloats(values);

        values.ShouldBe(Enumerable.Range(0, 256).Select(i => i / 255f));
    }

    [Fact]
    public void FloatsThereAndBack_AreTheBytes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 3 * 256).Select(i => (byte)i)];
        float[] mean = [0.485f, 0.456f, 0.406f];
        float[] deviation = [0.229f, 0.224f, 0.225f];
        float[] values = new float[bytes.Length];
        Picture.FromBytes([3, 16, 16], bytes).ToFloats(values, mean, deviation);

        Picture.FromFloats(values, [3, 16, 16], mean, deviation).Bytes.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public void FloatsOverTheEdges_AreClamped() =>
        Picture.FromFloats([-0.1f, 1.5f, float.PositiveInfinity, float.NegativeInfinity], [1, 2, 2]).Bytes.ToArray().ShouldBe([0, 255, 255, 0]);

    [Fact]
    public void NotANumber_IsRefused() =>
        Should.Throw<ArgumentException>(() => Picture.FromFloats([0f, float.NaN], [1, 1, 2])).Message.ShouldContain("value 1: expected a number");

    [Fact]
    public void WrongNormalisation_IsRefused()
    {
        Picture picture = Picture.FromBytes([3, 1, 1], [1, 2, 3]);

        Should.Throw<ArgumentException>(() => picture.ToFloats(new float[3], [0.5f])).Message.ShouldContain("expected a value for each of 3 channels, actual 1");
        Should.Throw<ArgumentException>(() => picture.ToFloats(new float[3], null, [1f, 0f, 1f])).ParamName.ShouldBe("deviation");
        Should.Throw<ArgumentException>(() => picture.ToFloats(new float[3], [0f, float.NaN, 0f])).Message.ShouldContain("channel 1");
        Should.Throw<ArgumentException>(() => picture.ToFloats(new float[2])).Message.ShouldContain("expected room for 3 values, actual 2");
    }

    /// <summary>Pillow 9.4: <c>Image.fromarray(colours).convert("L")</c>.</summary>
    [Fact]
    public void Grey_IsThatOfPillow()
    {
        Picture colours = Picture.FromBytes([3, 2, 3], [0, 30, 60, 0, 30, 60, 0, 0, 0, 40, 40, 40, 0, 0, 0, 0, 7, 14]);

        colours.ToGrey().Bytes.ToArray().ShouldBe([0, 9, 18, 23, 33, 43]);
        colours.ToRgb().ShouldBeSameAs(colours);
    }

    [Fact]
    public void GreyThereAndBack_IsTheSame()
    {
        Picture grey = Picture.FromBytes([1, 16, 16], [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);

        grey.ToRgb().Shape.ShouldBe([3, 16, 16]);
        grey.ToRgb().ToGrey().Bytes.ToArray().ShouldBe(grey.Bytes.ToArray());
        grey.ToGrey().ShouldBeSameAs(grey);
    }
}
