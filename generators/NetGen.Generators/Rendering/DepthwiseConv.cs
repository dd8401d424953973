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
        using (code.Braces("for (int row = 0; row < rows; row++)"))
        {
            EmitRow(code, isa, 0, tile, whole);
            code.Line($"inRow += {InStep.Y * In.Row};");
            code.Line($"outRow += {Out.Row};");
        }
    }

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

/// <summary>Repeats each channel, for a depthwise convolution with several outputs a channel.</summary>
internal sealed class RepeatChannelsText(RepeatChannelsKernel kernel) : KernelText(kernel)
{
    private readonly RepeatChannelsKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private int Times => _kernel.Times;

    public override string Summary => $"Writes each channel {Times} times.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            using (code.Braces($"for (int channel = 0; channel < {X.C}; channel++)"))
            {
                using (code.Braces($"for (int i = 0; i < {Times}; i++)"))
                {
                    code.Line($"y[(channel * {Times}) + i] = x[channel];");
                }
            }
        });
}

/// <summary>The gradient of <see cref="RepeatChannelsKernel"/>: sums of neighbouring channels.</summary>
internal sealed class SumChannelsText(SumChannelsKernel kernel) : KernelText(kernel)
{
    private readonly SumChannelsKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private int Times => _kernel.Times;

    public override string Summary => $"Adds {Times} neighbouring channels up.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            using (code.Braces($"for (int channel = 0; channel < {Y.C}; channel++)"))
            {
                code.Line($"float sum = x[channel * {Times}];");
                using (code.Braces($"for (int i = 1; i < {Times}; i++)"))
                {
                    code.Line($"sum += x[(channel * {Times}) + i];");
                }

                code.Line();
                code.Line("y[channel] = sum;");
            }
        });
}
