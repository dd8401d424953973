using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Some pixels by a block of output channels, summed over the kernel and the input channels. Each input is broadcast against the
/// block's weights.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Rows">Output rows; more than one in narrow images, whose rows fill no tile.</param>
/// <param name="Columns">Output columns.</param>
/// <param name="Vectors">Vectors of output channels.</param>
internal sealed record ConvolutionTile(Isa Isa, int Rows, int Columns, int Vectors) : Tile(Isa)
{
    /// <summary>How many pixels are reached from one pointer: few pointers to move on, and few registers with multiples of the stride.</summary>
    private const int Reach = 5;

    public override string Name => $"Convolution{(Rows == 1 ? "" : $"{Rows}x")}{Columns}x{Vectors}";

    protected override string Summary =>
        $"Convolves {(Rows == 1 ? Many(Columns, "pixel") : $"{Rows} rows of {Columns} pixels")} to {Vectors * Isa.Width} output channels, in {Pixels * Vectors} accumulators, tile after tile.";

    protected override string Parameters => "float* x, float* w, float* bias, float* y, int tiles, in ConvolutionStrides strides";

    private int Pixels => Rows * Columns;

    /// <summary>Whether a pointer goes along a column of pixels instead of a row.</summary>
    private bool AlongColumns => Rows > Columns;

    protected override void EmitBody(CodeWriter code)
    {
        // Pixel by pixel: its pointer and its distance from there in steps.
        (int Pointer, int Steps)[] places = new (int, int)[Pixels];
        int most = Rows == 1 ? Split.Of(Columns, Reach).Size : Math.Max(Rows, Columns);
        List<string> pointers = EmitStrides(code, places, most);
        WeightPrefetch prefetch = new(Isa, Vectors);
        prefetch.EmitSizes(code);
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            EmitStart(code, Isa, Pixels, Vectors);
            prefetch.EmitTile(code);
            code.Line("float* wk = w;");
            code.Line("float* xrow = x;");
            using (code.Braces("for (int ky = 0; ky < tapsY; ky++)"))
            {
                code.Line("float* xtap = xrow;");
                using (code.Braces("for (int kx = 0; kx < tapsX; kx++)"))
                {
                    for (int i = 0; i < pointers.Count; i++)
                    {
                        code.Line($"float* x{i} = xtap{pointers[i]};");
                    }

                    EmitRun(code, places, pointers.Count, prefetch);
                    code.Line("xtap += xTapColumn;");
                }

                code.Line();
                code.Line("xrow += xTapRow;");
            }

            EmitEnd(code);
        }
    }

    /// <summary>Brings the strides into variables, and returns where the pointers start.</summary>
    private List<string> EmitStrides(CodeWriter code, (int Pointer, int Steps)[] places, int most)
    {
        List<string> pointers = [];
        code.Line("int run = strides.Run, tapsX = strides.TapsX, tapsY = strides.TapsY;");
        code.Line("nint xTapColumn = strides.XTapColumn, xTapRow = strides.XTapRow;");
        code.Line($"nint xColumn = strides.XColumn, yColumn = strides.YColumn{(Rows == 1 ? "" : ", xRow = strides.XRow, yRow = strides.YRow")};");
        string step = AlongColumns ? "xRow" : "xColumn";
        if (most > 1)
        {
            code.Open();
            code.Add("nint ");
            for (int i = 1; i < most; i++)
            {
                code.Add($"{(i == 1 ? "" : ", ")}s{i} = {(i == 1 ? step : $"{i} * {step}")}");
            }

            code.Line(";");
        }

        if (Rows > 1)
        {
            for (int p = 0; p < Pixels; p++)
            {
                places[p] = AlongColumns ? (p % Columns, p / Columns) : (p / Columns, p % Columns);
            }

            for (int i = 0; i < Math.Min(Rows, Columns); i++)
            {
                pointers.Add(i == 0 ? "" : $" + ({i} * {(AlongColumns ? "xColumn" : "xRow")})");
            }

            return pointers;
        }

        foreach ((int size, int count, int start) in Split.Of(Columns, Reach).Parts)
        {
            for (int part = 0; part < count; part++)
            {
                int first = start + (part * size);
                for (int i = 0; i < size; i++)
                {
                    places[first + i] = (pointers.Count, i);
                }

                pointers.Add(first == 0 ? "" : $" + ({first} * xColumn)");
            }
        }

        return pointers;
    }

    /// <summary>Declares the accumulators: each begins with its channels' bias.</summary>
    public static void EmitStart(CodeWriter code, Isa isa, int pixels, int vectors)
    {
        code.Words(vectors, v => code.Word($"var a0_{v} = {isa.Zero};"));
        using (code.Braces("if (bias != null)"))
        {
            code.Words(vectors, v => code.Word($"a0_{v} = {isa.Load(Walk.At("bias", v * isa.Width))};"));
        }

        code.Line();
        for (int p = 1; p < pixels; p++)
        {
            code.Words(vectors, v => code.Word($"var a{p}_{v} = a0_{v};"));
        }
    }

    private void EmitRun(CodeWriter code, (int Pointer, int Steps)[] places, int pointers, WeightPrefetch prefetch)
    {
        using (code.Braces("for (int k = 0; k < run; k++)"))
        {
            code.Words(Vectors, v => code.Word($"var w{v} = {Isa.Load(Walk.At("wk", v * Isa.Width))};"));
            prefetch.EmitStep(code);
            for (int p = 0; p < Pixels; p++)
            {
                (int pointer, int steps) = places[p];
                code.Line($"var v{p} = {Isa.Broadcast($"x{pointer}[{(steps == 0 ? "0" : $"s{steps}")}]")};");
                code.Words(Vectors, v => code.Word($"a{p}_{v} = {Isa.Fma($"w{v}", $"v{p}", $"a{p}_{v}")};"));
            }

            code.Words(pointers, i => code.Word($"x{i}++;"));
            code.Line($"wk += {Vectors * Isa.Width};");
        }

        code.Line();
    }

    private void EmitEnd(CodeWriter code)
    {
        code.Line();
        using (code.Braces("if (strides.Adds)"))
        {
            code.Line("float* sp = y + strides.Summand;");
            for (int p = 0; p < Pixels; p++)
            {
                if (p > 0 && p % Columns == 0)
                {
                    code.Line($"sp = y + strides.Summand + {(p == Columns ? "yRow" : $"({p / Columns} * yRow)")};");
                }

                code.Words(Vectors, v => code.Word($"a{p}_{v} += {Isa.Load(Walk.At("sp", v * Isa.Width))};"));
                if (p + 1 < Pixels && p % Columns < Columns - 1)
                {
                    code.Line("sp += yColumn;");
                }
            }
        }

        code.Line();
        using (code.Braces("if (strides.Slope == 0f)"))
        {
            code.Line("// ReLU.");
            code.Line($"var zero = {Isa.Zero};");
            for (int p = 0; p < Pixels; p++)
            {
                code.Words(Vectors, v => code.Word($"a{p}_{v} = {Isa.Max("zero", $"a{p}_{v}")};"));
            }
        }

        code.Line();
        code.Line("float* yp = y;");
        for (int p = 0; p < Pixels; p++)
        {
            if (p > 0 && p % Columns == 0)
            {
                code.Line($"yp = y + {(p == Columns ? "yRow" : $"({p / Columns} * yRow)")};");
            }

            code.Words(Vectors, v => code.Word($"{Isa.Store($"a{p}_{v}", Walk.At("yp", v * Isa.Width))};"));
            if (Rows == 1 || p % Columns < Columns - 1)
            {
                code.Line("yp += yColumn;");
            }
        }

        code.Line();
        using (code.Braces("if (strides.Slope != 0f && strides.Slope != 1f)"))
        {
            EmitLeaky(code);
        }

        code.Line();
        code.Line($"x += {(Rows == 1 ? $"{Columns} * xColumn" : $"{Rows} * xRow")};");
        code.Line($"y {(Rows == 1 ? "= yp" : $"+= {Rows} * yRow")};");
    }

    /// <summary>Leaky ReLU is rare, so it goes over what was just stored: a line instead of one for each accumulator.</summary>
    private void EmitLeaky(CodeWriter code)
    {
        code.Line("// Leaky ReLU.");
        code.Line($"var zero = {Isa.Zero};");
        code.Line($"var slope = {Isa.Broadcast("strides.Slope")};");
        if (Rows == 1)
        {
            EmitLeakyRow(code, "y");
            return;
        }

        using (code.Braces($"for (int row = 0; row < {Rows}; row++)"))
        {
            EmitLeakyRow(code, "y + (row * yRow)");
        }
    }

    private void EmitLeakyRow(CodeWriter code, string start)
    {
        code.Line($"float* yl = {start};");
        using (code.Braces($"for (int column = 0; column < {Columns}; column++)"))
        {
            for (int v = 0; v < Vectors; v++)
            {
                string place = Walk.At("yl", v * Isa.Width);
                code.Line($"var v{v} = {Isa.Load(place)};");
                code.Line($"{Isa.Store($"{Isa.Max("zero", $"v{v}")} + ({Isa.Min("zero", $"v{v}")} * slope)", place)};");
            }

            code.Line("yl += yColumn;");
        }
    }
}
