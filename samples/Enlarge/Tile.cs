using NetGen.Images;

namespace Enlarge;

/// <summary>What the network reads of a small picture and what it makes of that.</summary>
internal static class Tile
{
    /// <summary>Pixels of the small picture that a tile stands for, in either direction.</summary>
    public const int Side = 16;

    /// <summary>Pixels around it that the network sees.</summary>
    public const int Margin = 4;

    /// <summary>Pixels that it reads in either direction.</summary>
    public const int Read = Side + (2 * Margin);

    /// <summary>Pixels that it makes.</summary>
    public const int Made = Side * PicturePair.Scale;

    /// <summary>Values that the network reads are from -0.5 to 0.5.</summary>
    private const float Middle = 0.5f;

    public static float ToValue(byte pixel) => (pixel / (float)byte.MaxValue) - Middle;

    public static byte ToPixel(float value) => (byte)Math.Clamp(MathF.Round((value + Middle) * byte.MaxValue), 0f, byte.MaxValue);

    /// <summary>Writes what the network reads of the tile at a place: 3 × 24 × 24 values. Beyond the picture's edge its outermost pixels go on.</summary>
    public static void CopyInput(Picture small, int left, int top, Span<float> destination)
    {
        ReadOnlySpan<byte> bytes = small.Bytes;
        int at = 0;
        for (int channel = 0; channel < small.Channels; channel++)
        {
            for (int y = top - Margin; y < top + Side + Margin; y++)
            {
                ReadOnlySpan<byte> row = bytes.Slice(((channel * small.Height) + Math.Clamp(y, 0, small.Height - 1)) * small.Width, small.Width);
                for (int x = left - Margin; x < left + Side + Margin; x++)
                {
                    destination[at++] = ToValue(row[Math.Clamp(x, 0, row.Length - 1)]);
                }
            }
        }
    }

    /// <summary>Writes what it should make: 3 × 32 × 32 values of the whole picture, of which the tile lies within.</summary>
    public static void CopyTarget(Picture truth, int left, int top, Span<float> destination)
    {
        ReadOnlySpan<byte> bytes = truth.Bytes;
        int at = 0;
        for (int channel = 0; channel < truth.Channels; channel++)
        {
            for (int y = top * PicturePair.Scale; y < (top * PicturePair.Scale) + Made; y++)
            {
                foreach (byte pixel in bytes.Slice((((channel * truth.Height) + y) * truth.Width) + (left * PicturePair.Scale), Made))
                {
                    destination[at++] = ToValue(pixel);
                }
            }
        }
    }
}
