using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Brings rows of an image from NCHW into the kernels' order, where a pixel's channels are together, or back: four channels of four pixels at a time.</summary>
/// <remarks>
/// Sixteen channels, a line of the cache, go through all rows before the next: so many runs of memory a processor follows ahead of time, and each line of pixels is touched once. Within a row four go before the
/// next four, since channels may lie a power of two apart, and then share what places a cache has for them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class ImageExchange
{
    private const int Side = 4;
    private const int Line = 16;

    /// <summary>
    /// Four channels go through so many pixels of this many floats each before the next four do: a line of each pixel stays in the first-level cache meanwhile. Pixels mostly lie a power of two apart, and then have as many
    /// places there as their distance goes into it.
    /// </summary>
    private const int RunFloats = 4096;

    /// <summary>Brings rows into the kernels' order.</summary>
    /// <param name="planar">The first row of the first channel.</param>
    /// <param name="pixels">The first row's first pixel.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Pixels of a row.</param>
    /// <param name="channelStride">Floats from a channel to the next.</param>
    /// <param name="rowStride">Floats from a row of pixels to the next.</param>
    /// <param name="pitch">Floats from a pixel to the next, of which those behind the channels are zero.</param>
    public static void Enter(float* planar, float* pixels, int channels, int rows, int columns, nint channelStride, nint rowStride, int pitch)
    {
        if (rowStride == (nint)columns * pitch)
        {
            // Rows that follow each other are one.
            (rows, columns) = (1, rows * columns);
        }

        int run = Math.Max(Line, RunFloats / pitch);
        for (int channel = 0; channel < channels; channel += Line)
        {
            int some = Math.Min(Line, channels - channel);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column += run)
                {
                    float* line = planar + (channel * channelStride) + ((nint)row * columns) + column;
                    float* pixel = pixels + (row * rowStride) + ((nint)column * pitch) + channel;
                    EnterRun(line, pixel, some, pitch - channel, Math.Min(run, columns - column), channelStride, pitch);
                }
            }
        }
    }

    /// <summary>Hands rows out.</summary>
    /// <param name="pixels">The first row's first pixel.</param>
    /// <param name="planar">Receives the first row of the first channel.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Pixels of a row.</param>
    /// <param name="channelStride">Floats from a channel to the next.</param>
    /// <param name="rowStride">Floats from a row of pixels to the next.</param>
    /// <param name="pitch">Floats from a pixel to the next.</param>
    public static void Leave(float* pixels, float* planar, int channels, int rows, int columns, nint channelStride, nint rowStride, int pitch)
    {
        if (rowStride == (nint)columns * pitch)
        {
            // Rows that follow each other are one.
            (rows, columns) = (1, rows * columns);
        }

        int run = Math.Max(Line, RunFloats / pitch);
        for (int channel = 0; channel < channels; channel += Line)
        {
            int some = Math.Min(Line, channels - channel);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column += run)
                {
                    float* line = planar + (channel * channelStride) + ((nint)row * columns) + column;
                    float* pixel = pixels + (row * rowStride) + ((nint)column * pitch) + channel;
                    LeaveRun(pixel, line, some, Math.Min(run, columns - column), channelStride, pitch);
                }
            }
        }
    }

    /// <summary>A run of pixels.</summary>
    /// <param name="line">A run of the first channel.</param>
    /// <param name="pixel">Its first pixel.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="room">Floats of a pixel for them and behind them.</param>
    /// <param name="columns">Pixels.</param>
    /// <param name="channelStride">Floats from a channel to the next.</param>
    /// <param name="pitch">Floats from a pixel to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EnterRun(float* line, float* pixel, int channels, int room, int columns, nint channelStride, int pitch)
    {
        int channel = 0;
        for (; channel + Side <= channels; channel += Side)
        {
            EnterFour(line, line + channelStride, line + (2 * channelStride), line + (3 * channelStride), pixel + channel, columns, pitch, Side);
            line += Side * channelStride;
        }

        int rest = channels - channel;
        if (rest > 1 && channel + Side <= room)
        {
            // For a missing channel one that is there is read, and not used.
            EnterFour(line, line + channelStride, rest > 2 ? line + (2 * channelStride) : line, line, pixel + channel, columns, pitch, rest);
            return;
        }

        if (rest > 0)
        {
            EnterRest(line, pixel + channel, rest, columns, channelStride, pitch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LeaveRun(float* pixel, float* line, int channels, int columns, nint channelStride, int pitch)
    {
        int channel = 0;
        for (; channel + Side <= channels; channel += Side)
        {
            LeaveFour(pixel + channel, line, line + channelStride, line + (2 * channelStride), line + (3 * channelStride), columns, pitch);
            line += Side * channelStride;
        }

        for (; channel < channels; channel++)
        {
            float* from = pixel + channel;
            for (int column = 0; column < columns; column++)
            {
                line[column] = *from;
                from += pitch;
            }

            line += channelStride;
        }
    }

    /// <summary>Four channels, or fewer where a pixel has room for four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EnterFour(float* first, float* second, float* third, float* fourth, float* pixel, int columns, int pitch, int channels)
    {
        Vector128<float> there = Vector128.LessThan(Vector128.Create(0, 1, 2, 3), Vector128.Create(channels)).AsSingle();
        int column = 0;
        for (; column + Side <= columns; column += Side)
        {
            (Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) = Square.Transpose(
                Vector128.Load(first + column), Vector128.Load(second + column), Vector128.Load(third + column), Vector128.Load(fourth + column));
            Vector128.Store(a & there, pixel);
            Vector128.Store(b & there, pixel + pitch);
            Vector128.Store(c & there, pixel + (2 * pitch));
            Vector128.Store(d & there, pixel + (3 * pitch));
            pixel += Side * pitch;
        }

        for (; column < columns; column++)
        {
            Vector128.Store(Vector128.Create(first[column], second[column], third[column], fourth[column]) & there, pixel);
            pixel += pitch;
        }
    }

    /// <summary>Up to three channels, such as those of a colour image whose pixels have no room for a fourth: pixel by pixel, so that each place is written once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EnterRest(float* first, float* pixel, int channels, int columns, nint channelStride, int pitch)
    {
        if (pitch == 1)
        {
            new ReadOnlySpan<float>(first, columns).CopyTo(new Span<float>(pixel, columns));
            return;
        }

        float* second = first + channelStride;
        float* third = second + channelStride;
        for (int column = 0; column < columns; column++)
        {
            pixel[0] = first[column];
            if (channels > 1)
            {
                pixel[1] = second[column];
            }

            if (channels > 2)
            {
                pixel[2] = third[column];
            }

            pixel += pitch;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LeaveFour(float* pixel, float* first, float* second, float* third, float* fourth, int columns, int pitch)
    {
        int column = 0;
        for (; column + Side <= columns; column += Side)
        {
            (Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) = Square.Transpose(
                Vector128.Load(pixel), Vector128.Load(pixel + pitch), Vector128.Load(pixel + (2 * pitch)), Vector128.Load(pixel + (3 * pitch)));
            Vector128.Store(a, first + column);
            Vector128.Store(b, second + column);
            Vector128.Store(c, third + column);
            Vector128.Store(d, fourth + column);
            pixel += Side * pitch;
        }

        for (; column < columns; column++)
        {
            (first[column], second[column], third[column], fourth[column]) = (pixel[0], pixel[1], pixel[2], pixel[3]);
            pixel += pitch;
        }
    }
}
