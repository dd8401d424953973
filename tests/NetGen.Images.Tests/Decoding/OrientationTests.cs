using NetGen.Images.Tests.Support;
using Shouldly;

namespace NetGen.Images.Tests.Decoding;

/// <summary>Rows 10 20 30 and 40 50 60, by hand: EXIF 2.32 says which side of the scene the first row and the first column are.</summary>
public sealed class OrientationTests
{
    public static TheoryData<string, ushort, int, byte[]> Cases
    {
        get
        {
            TheoryData<string, ushort, int, byte[]> cases = [];
            foreach (string kind in (string[])["png", "webp", "tiff"])
            {
                cases.Add(kind, 1, 3, [10, 20, 30, 40, 50, 60]);
                cases.Add(kind, 2, 3, [30, 20, 10, 60, 50, 40]);
                cases.Add(kind, 3, 3, [60, 50, 40, 30, 20, 10]);
                cases.Add(kind, 4, 3, [40, 50, 60, 10, 20, 30]);
                cases.Add(kind, 5, 2, [10, 40, 20, 50, 30, 60]);
                cases.Add(kind, 6, 2, [40, 10, 50, 20, 60, 30]);
                cases.Add(kind, 7, 2, [60, 30, 50, 20, 40, 10]);
                cases.Add(kind, 8, 2, [30, 60, 20, 50, 10, 40]);
                cases.Add(kind, 0, 3, [10, 20, 30, 40, 50, 60]);
                cases.Add(kind, 9, 3, [10, 20, 30, 40, 50, 60]);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Picture_IsAsSeen(string kind, ushort orientation, int width, byte[] expected)
    {
        Picture picture = Picture.Decode(Encoded.Oriented(orientation, Encoded.Encoder(kind)), kind, channels: 1);

        picture.Width.ShouldBe(width);
        picture.Bytes.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Jpeg_IsTurned()
    {
        Picture picture = Picture.Decode(Encoded.Oriented(6, Encoded.Encoder("jpg")), "jpg", channels: 1);

        picture.Shape.ShouldBe([1, 3, 2]);
        picture.Bytes.ToArray().Zip((byte[])[40, 10, 50, 20, 60, 30], (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(4);
    }
}
