using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The depthwise convolution itself; the bias is the row after the taps.</summary>
internal sealed class DepthwiseConvText(DepthwiseConvKernel kernel) : DepthwiseWalkText(kernel)
{
    private readonly DepthwiseConvKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private Window Window => _kernel.Window;

    private Activation? Activation => _kernel.Activation;

    private Plane Out => _kernel.Out;

    public override string Summary => $"Convolves each channel with its own {Window.KernelY} × {Window.KernelX} weights and adds the bias.";

    protected override (int Y, int X) OutStep => (1, 1);

    protected override (int Y, int X) InStep => (Window.StrideY, Window.StrideX);

    protected override IEnumerable<DepthwiseTap> TapsOf(int row, int pixels) => DepthwiseTap.Of(Window, pixels);

    /// <summary>Registers beside the weights and the sums: an input, what sums start from, and one that the JIT may want.</summary>
    private const int OtherRegisters = 3;

    /// <summary>The fewest and the most columns that are worth it.</summary>
    private const int FewestColumns = 4;
    private const int MostColumns = 8;

    /// <summary>Output rows that an input row belongs to.</summary>
    private int Sets => (Window.KernelY + Window.StrideY - 1) / Window.StrideY;

    protected override int RolledColumns(Isa isa)
    {
        int columns = Math.Min(MostColumns, (isa.Registers - Taps - OtherRegisters) / Sets);
        return Window.DilationY == 1 && columns >= FewestColumns && Out.H > 1 ? columns : 0;
    }

    protected override void EmitRolled(CodeWriter code, Isa isa, string rows)
    {
        using (code.Braces($"for (int channel = 0; channel < {Out.Pitch}; channel += {isa.Width})"))
        {
            for (int w = 0; w < Taps; w++)
            {
                code.Line($"var weight{w} = {isa.Load(Walk.At("weights + channel", w * Out.Pitch))};");
            }

            EmitStart(code, isa);
            foreach ((int columns, int count, int start) in Split.Of(Out.W, RolledColumns(isa)).Parts)
            {
                using (code.Braces($"for (int column = {start}; column < {start + (count * columns)}; column += {columns})"))
                {
                    EmitColumns(code, isa, columns, rows);
                }
            }
        }
    }

    /// <summary>
    /// Writes some columns: sums of an output row begin with the first input row that belongs to it, and move on by a register with each row, until its last input row is there.
    /// </summary>
    private void EmitColumns(CodeWriter code, Isa isa, int columns, string rows)
    {
        code.Line($"float* from = inRow + channel + (column * {Window.StrideX * X.Pitch});");
        code.Line($"float* to = outRow + channel + (column * {Out.Pitch});");
        for (int set = 0; set + 1 < Sets; set++)
        {
            code.Words(columns, p => code.Word($"var sum{set}_{p} = start;"));
        }

        int known = Math.Max(0, Window.KernelY - Window.StrideY);
        for (int row = 0; row < known; row++)
        {
            using (code.Braces($"// Input row {row - Window.PadY} of the first output row."))
            {
                EmitInputRow(code, isa, columns, row);
            }
        }

        using (code.Braces($"for (int row = 0; row < {rows}; row++)"))
        {
            code.Words(columns, p => code.Word($"var sum{Sets - 1}_{p} = start;"));
            for (int row = known; row < Window.KernelY; row++)
            {
                EmitInputRow(code, isa, columns, row);
            }

            for (int p = 0; p < columns; p++)
            {
                EmitEnd(code, isa, $"sum0_{p}");
                code.Line(isa.Store($"sum0_{p}", Walk.At("to", p * Out.Pitch)) + ";");
            }

            for (int set = 0; set + 1 < Sets; set++)
            {
                code.Words(columns, p => code.Word($"sum{set}_{p} = sum{set + 1}_{p};"));
            }

            code.Line($"from += {Window.StrideY * X.Row};");
            code.Line($"to += {Out.Row};");
        }
    }

    /// <summary>Adds an input row to all sums that it belongs to, in the order of the taps.</summary>
    private void EmitInputRow(CodeWriter code, Isa isa, int columns, int row)
    {
        var taps =
            from set in Enumerable.Range(0, Sets)
            let y = row - (set * Window.StrideY)
            where y >= 0 && y < Window.KernelY
            from x in Enumerable.Range(0, Window.KernelX)
            from p in Enumerable.Range(0, columns)
            select (Column: (p * Window.StrideX) + (x * Window.DilationX) - Window.PadX, Weight: (y * Window.KernelX) + x, Sum: $"sum{set}_{p}");
        foreach (var pixel in taps.GroupBy(t => t.Column).OrderBy(g => g.Key))
        {
            string value = $"x{row}_{(pixel.Key < 0 ? "m" : "")}{Math.Abs(pixel.Key)}";
            code.Line($"var {value} = {isa.Load(Walk.At("from", ((row - Window.PadY) * X.Row) + (pixel.Key * X.Pitch)))};");
            foreach ((int _, int weight, string sum) in pixel)
            {
                code.Line($"{sum} = {isa.Fma(value, $"weight{weight}", sum)};");
            }
        }
    }

    protected override void EmitStart(CodeWriter code, Isa isa) => code.Line($"var start = {isa.Load(Walk.At("weights + channel", Taps * Out.Pitch))};");

    protected override void EmitEnd(CodeWriter code, Isa isa, string sum)
    {
        if (Activation is not null)
        {
            code.Line(Activation.Apply(isa, sum));
        }
    }
}

/// <summary>The gradient by the input: each input pixel gathers from the outputs that read it.</summary>
internal sealed class DepthwiseConvInputGradientText(DepthwiseConvInputGradientKernel kernel) : DepthwiseWalkText(kernel)
{
    private readonly DepthwiseConvInputGradientKernel _kernel = kernel;

    private Window Window => _kernel.Window;

    public override string Summary => "Gathers the gradient by each input from the outputs that read it, with the same weights.";

    protected override (int Y, int X) OutStep => (Window.StrideY, Window.StrideX);

    protected override (int Y, int X) InStep => (1, 1);

    protected override IEnumerable<DepthwiseTap> TapsOf(int row, int pixels)
    {
        for (int y = 0; y < Window.KernelY; y++)
        {
            int fromRow = row + Window.PadY - (y * Window.DilationY);
            for (int x = 0; x < Window.KernelX && fromRow % Window.StrideY == 0; x++)
            {
                for (int p = 0; p < pixels; p++)
                {
                    int fromColumn = p + Window.PadX - (x * Window.DilationX);
                    if (fromColumn % Window.StrideX == 0)
                    {
                        yield return new DepthwiseTap((y * Window.KernelX) + x, fromRow / Window.StrideY, fromColumn / Window.StrideX, p);
                    }
                }
            }
        }
    }

    protected override void EmitStart(CodeWriter code, Isa isa) => code.Line($"var start = {isa.Zero};");
}

/// <summary>The gradient by the weights: each channel's own sums over all pixels.</summary>
internal sealed class DepthwiseConvWeightGradientText(DepthwiseConvWeightGradientKernel kernel) : KernelText(kernel)
{
    private readonly DepthwiseConvWeightGradientKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    private Window Window => _kernel.Window;

    public override string Summary => "Adds the gradient by each channel's weights to a shard's sums.";

    private int Taps => Window.KernelY * Window.KernelX;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int tile = Math.Min(Taps > 25 ? 2 : 4, Dy.W);
        int group = isa.Registers - tile - 2;
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            for (int first = 0; first < Taps; first += group)
            {
                EmitGroup(code, isa, tile, first, Math.Min(Taps, first + group));
            }

            code.Line($"x += {X.Image};");
            code.Line($"dy += {Dy.Image};");
        }
    }

    private void EmitGroup(CodeWriter code, Isa isa, int tile, int first, int end)
    {
        int whole = Dy.W / tile;
        code.Line($"// Taps {first} to {end - 1}, a register each.");
        using (code.Braces($"for (int channel = 0; channel < {X.Pitch}; channel += {isa.Width})"))
        {
            for (int tap = first; tap < end; tap++)
            {
                code.Line($"var sum{tap} = {isa.Zero};");
            }

            code.Line("float* xRow = x + channel;");
            code.Line("float* dyRow = dy + channel;");
            using (code.Braces($"for (int row = 0; row < {Dy.H}; row++)"))
            {
                code.Line("float* xAt = xRow;");
                code.Line("float* dyAt = dyRow;");
                using (code.Braces($"for (int column = 0; column < {whole * tile}; column += {tile})"))
                {
                    EmitTile(code, isa, tile, first, end);
                    code.Line($"xAt += {tile * Window.StrideX * X.Pitch};");
                    code.Line($"dyAt += {tile * Dy.Pitch};");
                }

                if (whole * tile < Dy.W)
                {
                    using (code.Braces($"// The last {Dy.W - (whole * tile)} of the row."))
                    {
                        EmitTile(code, isa, Dy.W - (whole * tile), first, end);
                    }
                }

                code.Line($"xRow += {Window.StrideY * X.Row};");
                code.Line($"dyRow += {Dy.Row};");
            }

            for (int tap = first; tap < end; tap++)
            {
                string place = Walk.At("sums + channel", tap * X.Pitch);
                code.Line(isa.Store($"{isa.Load(place)} + sum{tap}", place) + ";");
            }
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, int pixels, int first, int end)
    {
        for (int p = 0; p < pixels; p++)
        {
            code.Line($"var dy{p} = {isa.Load(Walk.At("dyAt", p * Dy.Pitch))};");
        }

        int number = 0;
        var taps = DepthwiseTap.Of(Window, pixels).Where(t => t.Weight >= first && t.Weight < end);
        foreach (var pixel in taps.GroupBy(t => (t.Row, t.Column)).OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Column))
        {
            string value = $"x{number++}";
            code.Line($"var {value} = {isa.Load(Walk.At("xAt", (pixel.Key.Row * X.Row) + (pixel.Key.Column * X.Pitch)))};");
            foreach (DepthwiseTap tap in pixel)
            {
                code.Line($"sum{tap.Weight} = {isa.Fma(value, $"dy{tap.Output}", $"sum{tap.Weight}")};");
            }
        }
    }
}
