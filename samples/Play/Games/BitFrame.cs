namespace Play;

/// <summary>Frames of black and white pixels, row by row, eight in a byte with the first in its lowest bit.</summary>
internal static class BitFrame
{
    private const int PixelsPerByte = 8;

    /// <summary>The eight pixels of every byte, side by side.</summary>
    private static readonly float[] s_pixels = MakePixels();

    /// <summary>Bytes of a frame.</summary>
    /// <param name="side">Height and width in pixels; the square is a multiple of 8.</param>
    public static int Bytes(int side) => side * side / PixelsPerByte;

    /// <summary>Makes a rectangle white, which lies within the frame.</summary>
    public static void Fill(Span<byte> frame, int side, int x, int y, int width, int height)
    {
        for (int row = y; row < y + height; row++)
        {
            for (int pixel = (row * side) + x; pixel < (row * side) + x + width; pixel++)
            {
                frame[pixel / PixelsPerByte] |= (byte)(1 << (pixel % PixelsPerByte));
            }
        }
    }

    /// <summary>Writes a frame's pixels, 0 for black and 1 for white.</summary>
    /// <param name="frame">A bit a pixel.</param>
    /// <param name="pixels">Eight times as many.</param>
    public static void Unpack(ReadOnlySpan<byte> frame, Span<float> pixels)
    {
        for (int i = 0; i < frame.Length; i++)
        {
            s_pixels.AsSpan(frame[i] * PixelsPerByte, PixelsPerByte).CopyTo(pixels.Slice(i * PixelsPerByte, PixelsPerByte));
        }
    }

    private static float[] MakePixels()
    {
        float[] pixels = new float[(byte.MaxValue + 1) * PixelsPerByte];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (i / PixelsPerByte >> (i % PixelsPerByte)) & 1;
        }

        return pixels;
    }
}
