using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Runtime;

/// <summary>Rows of images between NCHW and the kernels' order, value by value.</summary>
public sealed class ImageExchangeTests
{
    /// <summary>What nothing may touch.</summary>
    private const float Untouched = 12345;

    public static TheoryData<int, int, int, int, int> Shapes
    {
        get
        {
            TheoryData<int, int, int, int, int> shapes = [];
            foreach (int channels in new[] { 1, 2, 3, 4, 5, 6, 7, 15, 16, 17, 18, 19, 35 })
            {
                foreach ((int rows, int columns) in new[] { (1, 1), (3, 4), (2, 5), (5, 7), (1, 300) })
                {
                    foreach (int pitch in new[] { channels, (channels + 3) / 4 * 4, (channels + 15) / 16 * 16 }.Distinct())
                    {
                        shapes.Add(channels, rows, columns, pitch, 0);
                        shapes.Add(channels, rows, columns, pitch, 2);
                    }
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public unsafe void EachValue_ComesToItsPlaceAndBack(int channels, int rows, int columns, int pitch, int halo)
    {
        // A row of other images' pixels before and behind, and columns of the border between rows.
        int rowStride = (columns + halo) * pitch;
        float[] planar = [.. Enumerable.Range(1, channels * rows * columns).Select(i => (float)i)];
        float[] pixels = new float[((rows + 2) * rowStride) + pitch];
        Array.Fill(pixels, Untouched);
        for (int row = 0; row < rows; row++)
        {
            pixels.AsSpan((row + 1) * rowStride, columns * pitch).Clear();
        }

        float[] expected = [.. pixels];
        for (int i = 0; i < planar.Length; i++)
        {
            (int channel, int row, int column) = (i / (rows * columns), i / columns % rows, i % columns);
            expected[((row + 1) * rowStride) + (column * pitch) + channel] = planar[i];
        }

        float[] back = new float[planar.Length + 2];
        Array.Fill(back, Untouched);
        fixed (float* from = planar, to = pixels, again = back)
        {
            ImageExchange.Enter(from, to + rowStride, channels, rows, columns, rows * columns, rowStride, pitch);
            ImageExchange.Leave(to + rowStride, again + 1, channels, rows, columns, rows * columns, rowStride, pitch);
        }

        pixels.ShouldBe(expected);
        back.ShouldBe([Untouched, .. planar, Untouched]);
    }
}
