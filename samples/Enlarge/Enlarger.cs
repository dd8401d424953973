using NetGen;
using NetGen.Images;

namespace Enlarge;

/// <summary>Has the network enlarge whole pictures of any size, a row of tiles at a time.</summary>
/// <param name="network">The network.</param>
internal sealed class Enlarger(Espcn network)
{
    /// <summary>Twice as many pixels in a row, and twice as many rows.</summary>
    public Picture Enlarge(Picture small)
    {
        int columns = (small.Width + Tile.Side - 1) / Tile.Side;
        float[] inputs = new float[columns * Espcn.InputSize];
        float[] outputs = new float[columns * Espcn.OutputSize];
        int[] shape = [small.Channels, small.Height * PicturePair.Scale, small.Width * PicturePair.Scale];
        byte[] pixels = new byte[shape[0] * shape[1] * shape[2]];
        for (int top = 0; top < small.Height; top += Tile.Side)
        {
            for (int column = 0; column < columns; column++)
            {
                Tile.CopyInput(small, column * Tile.Side, top, inputs.AsSpan(column * Espcn.InputSize, Espcn.InputSize));
            }

            network.Predict(inputs, outputs);
            CopyRow(outputs, columns, top * PicturePair.Scale, shape, pixels);
        }

        return Picture.FromBytes(shape, pixels);
    }

    /// <summary>Puts a row of tiles into the picture; what lies beyond its edges was made of pixels that are none.</summary>
    private static void CopyRow(ReadOnlySpan<float> tiles, int columns, int top, int[] shape, Span<byte> pixels)
    {
        (int channels, int height, int width) = (shape[0], shape[1], shape[2]);
        int rows = Math.Min(Tile.Made, height - top);
        for (int column = 0; column < columns; column++)
        {
            int left = column * Tile.Made;
            int count = Math.Min(Tile.Made, width - left);
            for (int row = 0; row < channels * rows; row++)
            {
                (int channel, int y) = (row / rows, row % rows);
                ReadOnlySpan<float> from = tiles.Slice((((((column * channels) + channel) * Tile.Made) + y) * Tile.Made), count);
                Span<byte> to = pixels.Slice((((channel * height) + top + y) * width) + left, count);
                for (int x = 0; x < count; x++)
                {
                    to[x] = Tile.ToPixel(from[x]);
                }
            }
        }
    }
}
