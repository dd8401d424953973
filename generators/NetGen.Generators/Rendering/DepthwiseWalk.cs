using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>One multiplication of a tile: which weight, which input pixel relative to the tile's first, and which output pixel.</summary>
internal readonly record struct DepthwiseTap(int Weight, int Row, int Column, int Output)
{
    /// <summary>What output pixels beside each other read.</summary>
    public static IEnumerable<DepthwiseTap> Of(Window window, int pixels)
    {
        for (int y = 0; y < window.KernelY; y++)
        {
            for (int x = 0; x < window.KernelX; x++)
            {
                for (int p = 0; p < pixels; p++)
                {
                    yield return new DepthwiseTap(
                        (y * window.KernelX) + x, (y * window.DilationY) - window.PadY, (p * window.StrideX) + (x * window.DilationX) - window.PadX, p);
                }
            }
        }
    }
}

/// <summary>
/// A depthwise convolution, or its gradient by the input, which has the same form: every vector of channels is its own convolution.
/// Some output pixels beside each other are computed together, so that an input pixel is loaded once for all of them.
/// </summary>
internal abstract class DepthwiseWalkText(DepthwiseWalk kernel) : KernelText(kernel)
{
    private readonly DepthwiseWalk _kernel = kernel;

    private Plane In => _kernel.In;

    private Plane Out => _kernel.Out;

    private Window Window => _kernel.Window;

    protected int Taps => Window.KernelY * Window.KernelX;

    /// <summary>Output rows and columns after which the same taps come back.</summary>
    protected abstract (int Y, int X) OutStep { get; }

    /// <summary>Input rows and columns that lie between.</summary>
    protected abstract (int Y, int X) InStep { get; }

    /// <summary>The taps of a tile of pixels in the given row of a step.</summary>
    protected abstract IEnumerable<DepthwiseTap> TapsOf(int row, int pixels);

    /// <summary>Writes the value that the sums start from to the register <c>start</c>.</summary>
    protected abstract void EmitStart(CodeWriter code, Isa isa);

    /// <summary>Applies what follows to a sum.</summary>
    protected virtual void EmitEnd(CodeWriter code, Isa isa, string sum)
    {
    }

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        (int tile, int whole) = TilesOf(isa);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            bool shared = Kernel.IsShareable;
            if (shared)
            {
                code.Line($"TeamShare rows = TeamShare.Of({Out.H}, part, parts);");
            }

            code.Line($"float* inRow = input{(shared ? $" + (rows.First * {InStep.Y * In.Row})" : "")};");
            code.Line($"float* outRow = output{(shared ? $" + (rows.First * {Out.Row})" : "")};");
            if (RolledColumns(isa) > 0)
            {
                EmitRolled(code, isa, shared ? "rows.Count" : Literals.Of(Out.H));
                code.Line($"input += {In.Image};");
                code.Line($"output += {Out.Image};");
                return;
            }

            using (code.Braces(shared ? "for (int row = rows.First; row < rows.End; row++)" : $"for (int row = 0; row < {Out.H}; row += {OutStep.Y})"))
            {
                for (int r = 0; r < OutStep.Y; r++)
                {
                    if (r > 0 && Out.H % OutStep.Y is var left && left > 0 && r >= left)
                    {
                        using (code.Braces($"if (row < {Out.H - r})"))
                        {
                            EmitRow(code, isa, r, tile, whole);
                        }
                    }
                    else
                    {
                        EmitRow(code, isa, r, tile, whole);
                    }
                }

                code.Line($"inRow += {InStep.Y * In.Row};");
                code.Line($"outRow += {OutStep.Y * Out.Row};");
            }

            code.Line($"input += {In.Image};");
            code.Line($"output += {Out.Image};");
        }
    }

    /// <summary>Writes a loop over so many rows as <c>rows</c> says, from the first one on.</summary>
    public void EmitRows(CodeWriter code, Isa isa)
    {
        (int tile, int whole) = TilesOf(isa);
        code.Line("float* inRow = input;");
        code.Line("float* outRow = output;");
        if (RolledColumns(isa) > 0)
        {
            EmitRolled(code, isa, "rows");
            return;
        }

        using (code.Braces("for (int row = 0; row < rows; row++)"))
        {
            EmitRow(code, isa, 0, tile, whole);
            code.Line($"inRow += {InStep.Y * In.Row};");
            code.Line($"outRow += {Out.Row};");
        }
    }

    /// <summary>
    /// How many columns are taken down the rows together, where registers hold the weights and the sums of all output rows that an input row belongs to: each input is then loaded
    /// once for all of them. 0 where they do not.
    /// </summary>
    protected virtual int RolledColumns(Isa isa) => 0;

    /// <summary>Writes the walk down so many rows, some columns at a time.</summary>
    protected virtual void EmitRolled(CodeWriter code, Isa isa, string rows) => throw new InvalidOperationException("Only what has columns to roll is written so.");

    /// <summary>The pixels of a tile, and how many whole ones a row has.</summary>
    private (int Pixels, int Whole) TilesOf(Isa isa)
    {
        int most = Taps > 25 ? 2 : isa.Registers >= 32 && Taps <= 9 ? 8 : 4;
        int tile = Math.Min(Math.Max(most / OutStep.X, 1), (Out.W + OutStep.X - 1) / OutStep.X) * OutStep.X;
        return (tile, Out.W / tile);
    }

    private void EmitRow(CodeWriter code, Isa isa, int row, int tile, int whole)
    {
        List<int> weights = TapsOf(row, tile).Select(t => t.Weight).Distinct().OrderBy(w => w).ToList();
        bool held = weights.Count + tile + 2 <= isa.Registers;
        using (code.Braces($"for (int channel = 0; channel < {Out.Pitch}; channel += {isa.Width})"))
        {
            if (held)
            {
                foreach (int w in weights)
                {
                    code.Line($"var weight{w} = {isa.Load(Walk.At("weights + channel", w * Out.Pitch))};");
                }
            }

            EmitStart(code, isa);
            code.Line("float* from = inRow + channel;");
            code.Line($"float* to = {Walk.At("outRow + channel", row * Out.Row)};");
            if (whole > 0)
            {
                using (code.Braces($"for (int column = 0; column < {whole * tile}; column += {tile})"))
                {
                    EmitTile(code, isa, row, tile, held);
                    code.Line($"from += {tile / OutStep.X * InStep.X * In.Pitch};");
                    code.Line($"to += {tile * Out.Pitch};");
                }
            }

            if (whole * tile < Out.W)
            {
                using (code.Braces($"// The last {Out.W - (whole * tile)} of the row."))
                {
                    EmitTile(code, isa, row, Out.W - (whole * tile), held);
                }
            }
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, int row, int pixels, bool held)
    {
        for (int p = 0; p < pixels; p++)
        {
            code.Line($"var sum{p} = start;");
        }

        int number = 0;
        foreach (var pixel in TapsOf(row, pixels).GroupBy(t => (t.Row, t.Column)).OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Column))
        {
            string value = $"x{number++}";
            code.Line($"var {value} = {isa.Load(Walk.At("from", (pixel.Key.Row * In.Row) + (pixel.Key.Column * In.Pitch)))};");
            foreach (DepthwiseTap tap in pixel)
            {
                string weight = held ? $"weight{tap.Weight}" : isa.Load(Walk.At("weights + channel", tap.Weight * Out.Pitch));
                code.Line($"sum{tap.Output} = {isa.Fma(value, weight, $"sum{tap.Output}")};");
            }
        }

        for (int p = 0; p < pixels; p++)
        {
            EmitEnd(code, isa, $"sum{p}");
            code.Line(isa.Store($"sum{p}", Walk.At("to", p * Out.Pitch)) + ";");
        }
    }
}
