using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A pointer that a walk over pixels moves, and the name that its plane's sizes begin with.</summary>
internal readonly record struct Cursor(string Pointer, string Plane);

/// <summary>Loops over channels and pixels for kernels whose sizes are arguments.</summary>
internal static class SizedWalk
{
    /// <summary>
    /// Loops over a pixel's channels in blocks of <paramref name="most"/> vectors, a power of two, that stay in registers; what is left of a pitch, which is any
    /// number of <see cref="Plane.Lanes"/>, are blocks of half as many, and so on. Inside, <c>channel</c> is the block's first channel. <paramref name="body"/> is
    /// told how many vectors the block has.
    /// </summary>
    public static void ChannelBlocks(CodeWriter code, Isa isa, int most, Action<int> body)
    {
        int floats = most * isa.Width;
        if (floats <= Plane.Lanes)
        {
            using (code.Braces($"for (int channel = 0; channel < pitch; channel += {floats})"))
            {
                body(most);
            }

            return;
        }

        code.Line("int channel = 0;");
        using (code.Braces($"for (; channel <= pitch - {floats}; channel += {floats})"))
        {
            body(most);
        }

        for (int half = floats / 2; half >= Plane.Lanes; half /= 2)
        {
            code.Line();
            bool last = half == Plane.Lanes;
            using (code.Braces(last ? "if (channel < pitch)" : $"if (channel <= pitch - {half})"))
            {
                body(half / isa.Width);
                if (!last)
                {
                    code.Line($"channel += {half};");
                }
            }
        }
    }

    /// <summary>
    /// Loops over the pixels of <paramref name="images"/> images, or of one where that is null, <paramref name="unroll"/> at a time and then those that are
    /// left, and moves the pointers; afterwards they stand at the next image. <paramref name="body"/> is told how many pixels it is for.
    /// </summary>
    public static void Pixels(CodeWriter code, string? images, bool bordered, EquatableArray<Cursor> cursors, int unroll, Action<int> body)
    {
        if (!bordered)
        {
            Run(code, images is null ? "pixels" : $"{images} * pixels", cursors, unroll, body);
            return;
        }

        CodeWriter.Scope? each = images is null ? null : code.Braces($"for (int image = 0; image < {images}; image++)");
        using (code.Braces("for (int row = 0; row < rows; row++)"))
        {
            Run(code, "columns", cursors, unroll, body);
            foreach (Cursor cursor in cursors)
            {
                code.Line($"{cursor.Pointer} += {cursor.Plane}Row - (columns * pitch);");
            }
        }

        foreach (Cursor cursor in cursors)
        {
            code.Line($"{cursor.Pointer} += {cursor.Plane}Image - (rows * {cursor.Plane}Row);");
        }

        each?.Dispose();
    }

    /// <summary>Pixels to sum at once, each into its own registers, so that an addition need not wait for the one before.</summary>
    public static int Unroll(int vectors) => Math.Max(1, 4 / vectors);

    /// <summary>The name of a register, and the address of what it sums, for each of <paramref name="pixels"/> pixels.</summary>
    public static IEnumerable<(int Register, int Pixel, int Vector)> Registers(int vectors, int pixels)
    {
        for (int p = 0; p < pixels; p++)
        {
            for (int v = 0; v < vectors; v++)
            {
                yield return ((p * vectors) + v, p, v);
            }
        }
    }

    /// <summary>The address of a vector of a pixel behind a pointer.</summary>
    public static string At(string pointer, int pixel, int vector, Isa isa) => Walk.At(
        pixel == 0 ? pointer : pixel == 1 ? $"{pointer} + pitch" : $"{pointer} + ({pixel} * pitch)",
        vector * isa.Width);

    /// <summary>The address of a vector of a row of numbers a channel: <paramref name="row"/> pitches behind the pointer, at <c>channel</c>.</summary>
    public static string Row(string pointer, int row, int vector, Isa isa) => Walk.At(
        $"{pointer} + channel" + (row == 0 ? "" : row == 1 ? " + pitch" : $" + ({row} * pitch)"),
        vector * isa.Width);

    private static void Run(CodeWriter code, string pixels, EquatableArray<Cursor> cursors, int unroll, Action<int> body)
    {
        if (unroll == 1)
        {
            // Counted upwards, the JIT turns the loop around by itself and leaves out a comparison.
            Loop($"for (int pixel = 0; pixel < {pixels}; pixel++)", 1);
            return;
        }

        Loop($"for (int left = {pixels}; left >= {unroll}; left -= {unroll})", unroll);
        code.Line();
        string whole = pixels.IndexOf(' ') < 0 ? pixels : $"({pixels})";
        Loop($"for (int left = {whole} % {unroll}; left > 0; left--)", 1);

        void Loop(string heading, int step)
        {
            using (code.Braces(heading))
            {
                body(step);
                foreach (Cursor cursor in cursors)
                {
                    code.Line($"{cursor.Pointer} += {(step == 1 ? "pitch" : $"{step} * pitch")};");
                }
            }
        }
    }
}
