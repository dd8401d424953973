using Enlarge;
using NetGen.Images;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>What stands around the network that enlarges: tiles, small pictures, and the figure.</summary>
public sealed class EnlargeTests
{
    /// <summary>Tiles of 16 pixels do not divide these sizes.</summary>
    [Theory]
    [InlineData(37, 21)]
    [InlineData(16, 16)]
    [InlineData(5, 1)]
    public void ANetworkWithoutDetail_DrawsStraightLinesBetweenPixels_OverTheSeamsOfTiles(int width, int height)
    {
        using Espcn network = new(1);
        foreach (Parameter parameter in network.Parameters)
        {
            parameter.Edit().Clear();
        }

        Picture small = Random(width, height);

        Picture large = new Enlarger(network).Enlarge(small);

        large.Shape.ShouldBe([3, 2 * height, 2 * width]);
        for (int i = 0; i < large.Bytes.Length; i++)
        {
            (int channel, int y, int x) = (i / (4 * width * height), i / (2 * width) % (2 * height), i % (2 * width));

            // A rounding to the nearest, and half a thousandth for the sums of floats.
            ((double)large.Bytes[i]).ShouldBe(Linear(small, channel, y, x), 0.5005);
        }
    }

    [Fact]
    public void ATilesInputAndTarget_AreThePixelsAtItsPlace()
    {
        PicturePair pair = PicturePair.Of(Random(98, 67));
        TileSet set = new([pair]);
        float[] input = new float[set.InputSize];
        float[] target = new float[set.TargetSize];

        // 49×33 small pixels are three tiles beside each other and two below: this one begins at (32, 16).
        set.Count.ShouldBe(6);
        set.CopyInput(5, input);
        set.CopyTargets(5, target);

        // Its upper left pixel stands after 4 pixels around, and those below its last row reach beyond the picture.
        (pair.Truth.Width, pair.Truth.Height, pair.Small.Width, pair.Small.Height).ShouldBe((98, 66, 49, 33));
        At(input, 24, 1, 4, 4).ShouldBe(Pixel(pair.Small, 1, 16, 32));
        At(input, 24, 2, 0, 0).ShouldBe(Pixel(pair.Small, 2, 12, 28));
        At(input, 24, 0, 23, 3).ShouldBe(Pixel(pair.Small, 0, 32, 31));
        At(target, 32, 0, 0, 0).ShouldBe(Pixel(pair.Truth, 0, 32, 64));
        At(target, 32, 2, 31, 30).ShouldBe(Pixel(pair.Truth, 2, 63, 94));
    }

    [Fact]
    public void TheRatio_IsThatOfAllBytes()
    {
        Picture truth = Picture.FromBytes([1, 2, 2], [10, 20, 30, 40]);
        Picture other = Picture.FromBytes([1, 2, 2], [11, 20, 27, 40]);

        // The mean square is 10 / 4; 10·log10(65025 / 2.5).
        PeakSignal.Of(other, truth).ShouldBe(44.1514, 1e-4);
        PeakSignal.Of(truth, truth).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void PicturesThatAreMadeExactly_AreNotCounted()
    {
        using Espcn network = new(1);
        foreach (Parameter parameter in network.Parameters)
        {
            parameter.Edit().Clear();
        }

        PicturePair plain = PicturePair.Of(Picture.FromBytes([3, 32, 32], Enumerable.Repeat((byte)77, 3 * 32 * 32).ToArray()));
        PicturePair noise = PicturePair.Of(Random(32, 32));

        Judgement judgement = Judgement.Of(new Enlarger(network), [plain, noise], CancellationToken.None);

        (judgement.Count, judgement.Exact).ShouldBe((1, 1));
        judgement.Bicubic.ShouldBe(PeakSignal.Of(noise.Bicubic(), noise.Truth));
        judgement.Network.ShouldBe(PeakSignal.Of(new Enlarger(network).Enlarge(noise.Small), noise.Truth));
    }

    /// <summary>The new pixel's centre lies at (x + ½) / 2 − ½ of the old ones; beyond the edge the outermost go on.</summary>
    private static double Linear(Picture small, int channel, int y, int x)
    {
        (double row, double column) = (((y + 0.5) / 2) - 0.5, ((x + 0.5) / 2) - 0.5);
        (int top, int left) = ((int)Math.Floor(row), (int)Math.Floor(column));
        (double down, double right) = (row - top, column - left);
        return ((1 - down) * (((1 - right) * Byte(top, left)) + (right * Byte(top, left + 1))))
            + (down * (((1 - right) * Byte(top + 1, left)) + (right * Byte(top + 1, left + 1))));

        double Byte(int atRow, int atColumn) =>
            small.Bytes[(((channel * small.Height) + Math.Clamp(atRow, 0, small.Height - 1)) * small.Width) + Math.Clamp(atColumn, 0, small.Width - 1)];
    }

    private static float At(float[] values, int side, int channel, int y, int x) => values[(((channel * side) + y) * side) + x];

    private static float Pixel(Picture picture, int channel, int y, int x) =>
        (picture.Bytes[(((channel * picture.Height) + y) * picture.Width) + x] / 255f) - 0.5f;

    private static Picture Random(int width, int height)
    {
        RandomSource random = new(5);
        byte[] bytes = new byte[3 * width * height];
        foreach (ref byte value in bytes.AsSpan())
        {
            value = (byte)random.Next(256);
        }

        return Picture.FromBytes([3, height, width], bytes);
    }
}
