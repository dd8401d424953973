using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Loops over channels and pixels that kernels share.</summary>
internal static class Walk
{
    /// <summary>A statement that moves a pointer.</summary>
    public static string Move(string pointer, long floats) => floats < 0 ? $"{pointer} -= {Literals.Of(-floats)};" : $"{pointer} += {Literals.Of(floats)};";

    /// <summary>
    /// Loops over a pixel's channels in blocks of vectors that stay in registers: inside, <c>channel</c> is the block's first channel.
    /// <paramref name="body"/> is told how many vectors the block has.
    /// </summary>
    public static void ChannelBlocks(CodeWriter code, Isa isa, int pitch, int most, Action<int> body)
    {
        int vectors = pitch / isa.Width;
        int even = vectors / most * most;
        if (even > 0)
        {
            using (code.Braces($"for (int channel = 0; channel < {even * isa.Width}; channel += {most * isa.Width})"))
            {
                body(most);
            }
        }

        if (even < vectors)
        {
            using (code.Braces($"for (int channel = {even * isa.Width}; channel < {pitch}; channel += {pitch - (even * isa.Width)})"))
            {
                body(vectors - even);
            }
        }
    }

    /// <summary>
    /// Loops over the pixels of <paramref name="images"/> images, or of one where that is null, <paramref name="unroll"/> at a time,
    /// and moves the pointers; afterwards they stand at the next image.
    /// </summary>
    public static void Pixels(CodeWriter code, string? images, EquatableArray<Walker> walkers, int unroll, Action body)
    {
        Plane first = walkers[0].Plane;
        if (walkers.All(w => w.Plane.Contiguous))
        {
            int pixels = first.H * first.W / unroll;
            string steps = images is null ? $"{pixels}" : pixels == 1 ? images : $"{images} * {pixels}";
            using (code.Braces($"for (int pixel = 0; pixel < {steps}; pixel++)"))
            {
                body();
                Advance(code, walkers, plane => unroll * plane.Pitch);
            }

            return;
        }

        CodeWriter.Scope? each = images is null ? null : code.Braces($"for (int image = 0; image < {images}; image++)");
        using (code.Braces($"for (int row = 0; row < {first.H}; row++)"))
        {
            using (code.Braces($"for (int column = 0; column < {first.W}; column += {unroll})"))
            {
                body();
                Advance(code, walkers, plane => unroll * plane.Pitch);
            }

            Advance(code, walkers, plane => plane.Row - (plane.W * plane.Pitch));
        }

        Advance(code, walkers, plane => plane.Image - (plane.H * plane.Row));
        each?.Dispose();
    }

    /// <summary>The sum over the unrolled pixels of one vector.</summary>
    public static string Fold(string name, int vector, int vectors, int unroll) =>
        string.Join(" + ", Enumerable.Range(0, unroll).Select(u => $"{name}{(u * vectors) + vector}"));

    /// <summary><c>pointer + offset</c>, without a zero.</summary>
    public static string At(string pointer, long offset) => offset == 0 ? pointer : offset < 0 ? $"{pointer} - {-offset}" : $"{pointer} + {offset}";

    /// <summary>Where a window begins in one direction, so many pixels on.</summary>
    public static string Start(string place, int stride, int offset) => At(stride == 1 ? place : $"({place} * {stride})", offset);

    private static void Advance(CodeWriter code, EquatableArray<Walker> walkers, Func<Plane, int> step)
    {
        foreach (Walker walker in walkers)
        {
            if (step(walker.Plane) != 0)
            {
                code.Line($"{walker.Pointer} += {step(walker.Plane)};");
            }
        }
    }

    /// <summary>So many strides further, as what is added to a pointer.</summary>
    public static string Steps(int count, string stride) => count switch
    {
        0 => "",
        1 => $" + {stride}",
        _ => $" + ({count} * {stride})",
    };
}
