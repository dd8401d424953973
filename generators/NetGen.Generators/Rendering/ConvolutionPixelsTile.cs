using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The same as <see cref="ConvolutionTile"/> for images whose rows fill tiles badly: pixels follow each other from the end of a row to the start of the next, each with a
/// pointer of its own.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Pixels">Output pixels.</param>
/// <param name="Vectors">Vectors of output channels.</param>
internal sealed record ConvolutionPixelsTile(Isa Isa, int Pixels, int Vectors) : Tile(Isa)
{
    /// <summary>The most pixels: there are registers for so many pointers.</summary>
    public const int Most = 8;

    public override string Name => $"ConvolutionOfPixels{Pixels}x{Vectors}";

    protected override string Summary =>
        $"Convolves {Many(Pixels, "pixel")}, row after row, to {Vectors * Isa.Width} output channels, in {Pixels * Vectors} accumulators, tile after tile.";

    protected override string Parameters => "float* x, float* w, float* bias, float* y, int first, int tiles, in ConvolutionStrides strides";

    protected override void EmitBody(CodeWriter code)
    {
        WeightPrefetch prefetch = new(Isa, Vectors);
        code.Line("int run = strides.Run, tapsX = strides.TapsX, tapsY = strides.TapsY, columns = strides.Columns;");
        code.Line("nint xTapColumn = strides.XTapColumn, xTapRow = strides.XTapRow;");
        code.Line("nint xColumn = strides.XColumn, xWrap = strides.XRow - (columns * xColumn);");
        code.Line("nint yColumn = strides.YColumn, yWrap = strides.YRow - (columns * yColumn);");
        code.Line("int row = first / columns, column = first % columns;");
        code.Line("x += (row * (nint)strides.XRow) + (column * xColumn);");
        code.Line("y += (row * (nint)strides.YRow) + (column * yColumn);");
        prefetch.EmitSizes(code);
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            EmitPlaces(code);
            ConvolutionTile.EmitStart(code, Isa, Pixels, Vectors);
            EmitContinuation(code);
            prefetch.EmitTile(code);
            code.Line("float* wk = w;");
            code.Line("nint taps = 0;");
            using (code.Braces("for (int ky = 0; ky < tapsY; ky++)"))
            {
                code.Line("nint tap = taps;");
                using (code.Braces("for (int kx = 0; kx < tapsX; kx++)"))
                {
                    EmitRun(code, prefetch);
                    code.Line("tap += xTapColumn;");
                }

                code.Line();
                code.Line("taps += xTapRow;");
            }

            EmitEnd(code);
        }
    }

    /// <summary>The pixels' pointers, as the row goes on and wraps.</summary>
    private void EmitPlaces(CodeWriter code)
    {
        for (int p = 0; p < Pixels; p++)
        {
            code.Line($"float* x{p} = x, y{p} = y;");
            code.Line("x += xColumn; y += yColumn; column++;");
            using (code.Braces("if (column == columns)"))
            {
                code.Line("x += xWrap; y += yWrap; column = 0;");
            }

            code.Line();
        }
    }

    private void EmitContinuation(CodeWriter code)
    {
        using (code.Braces("if (strides.Continues)"))
        {
            for (int p = 0; p < Pixels; p++)
            {
                code.Words(Vectors, v => code.Word($"a{p}_{v} = {Isa.Load(Walk.At($"y{p}", v * Isa.Width))};"));
            }
        }

        code.Line();
    }

    private void EmitRun(CodeWriter code, WeightPrefetch prefetch)
    {
        using (code.Braces("for (nint k = tap; k < tap + run; k++)"))
        {
            code.Words(Vectors, v => code.Word($"var w{v} = {Isa.Load(Walk.At("wk", v * Isa.Width))};"));
            prefetch.EmitStep(code);
            for (int p = 0; p < Pixels; p++)
            {
                code.Line($"var v{p} = {Isa.Broadcast($"x{p}[k]")};");
                code.Words(Vectors, v => code.Word($"a{p}_{v} = {Isa.Fma($"w{v}", $"v{p}", $"a{p}_{v}")};"));
            }

            code.Line($"wk += {Vectors * Isa.Width};");
        }

        code.Line();
    }

    private void EmitEnd(CodeWriter code)
    {
        code.Line();
        using (code.Braces("if (strides.Summand != 0)"))
        {
            for (int p = 0; p < Pixels; p++)
            {
                code.Line($"float* s{p} = y{p} + strides.Summand;");
                code.Words(Vectors, v => code.Word($"a{p}_{v} += {Isa.Load(Walk.At($"s{p}", v * Isa.Width))};"));
            }
        }

        code.Line();
        using (code.Braces("if (strides.Slope != 1f)"))
        {
            code.Line($"var zero = {Isa.Zero};");
            using (code.Braces("if (strides.Slope != 0f)"))
            {
                code.Line("// Leaky ReLU.");
                code.Line($"var slope = {Isa.Broadcast("strides.Slope")};");
                ForEach(code, a => $"{a} = {Isa.Max("zero", a)} + ({Isa.Min("zero", a)} * slope);");
            }

            using (code.Braces("else"))
            {
                code.Line("// ReLU.");
                ForEach(code, a => $"{a} = {Isa.Max("zero", a)};");
            }
        }

        code.Line();
        for (int p = 0; p < Pixels; p++)
        {
            code.Words(Vectors, v => code.Word($"{Isa.Store($"a{p}_{v}", Walk.At($"y{p}", v * Isa.Width))};"));
        }
    }

    private void ForEach(CodeWriter code, Func<string, string> statement)
    {
        for (int p = 0; p < Pixels; p++)
        {
            code.Words(Vectors, v => code.Word($"{statement($"a{p}_{v}")}"));
        }
    }
}
