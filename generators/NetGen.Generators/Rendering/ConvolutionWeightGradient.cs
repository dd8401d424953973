using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The gradient by a convolution's weights: each weight sums input · output gradient over all pixels. A register tile
/// (<see cref="ConvolutionWeightGradientTile"/>) holds some inputs of a kernel row by a block of output channels; a strip of rows whose gradient fits the first-level cache goes through all tiles
/// before the next. The sums are added to what the shard holds, in the order of the packed weights.
/// </summary>
internal class ConvolutionWeightGradientText(ConvolutionWeightGradientKernel kernel) : KernelText(kernel)
{
    private readonly ConvolutionWeightGradientKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    private ConvolutionWalk Walk => _kernel.Walk;

    /// <summary>Kernel columns of which each is a run of inputs.</summary>
    protected virtual int Columns => Walk.RowIsRun ? 1 : Walk.TapsX;

    /// <summary>Inputs that follow each other in memory and are summed.</summary>
    protected virtual int Run => Walk.Run;

    public override string Summary => "Adds the gradient by the weights, x · dy summed over pixels, to the shard's sums.";

    public override string Remarks => $"x: {X.Words}; dy: {Dy.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Tiles.ChannelBlocks(isa, Walk.Outputs).Parts.SelectMany(b => Parts(isa, b.Size).Select(p => p.Tile)));

    /// <summary>What is written for all forms: the strides that tiles take.</summary>
    public override void EmitShared(CodeWriter code)
    {
        StridesText.Emit(
            code,
            Walk.OverImages ? "int columns" : "",
            [
                $"XRow = {Walk.XRow}, XColumn = {Walk.XColumn}, YRow = {Walk.YRow}, YColumn = {Walk.YColumn},",
                $"Columns = {(Walk.OverImages ? "columns" : $"{_kernel.StripColumns}")},",
                .. Ahead(),
            ]);
    }

    /// <summary>How far the next strip is: its values come from memory while this one's are multiplied.</summary>
    private string[] Ahead()
    {
        if (!_kernel.LooksAhead)
        {
            return [];
        }

        (int rows, int columns) = _kernel.StripColumns < Walk.Columns ? (0, _kernel.StripColumns) : (_kernel.Strip, 0);
        return [$"XAhead = {(rows * Walk.XRow) + (columns * Walk.XColumn)}, YAhead = {(rows * Walk.YRow) + (columns * Walk.YColumn)},"];
    }

    /// <summary>With a single vector loads are what a tile waits for, and there is no room for more.</summary>
    private bool LooksAhead(Isa isa, int vectors) => _kernel.LooksAhead && isa.Prefetches && vectors > 1;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        if (Walk.XStart != 0)
        {
            code.Line(Rendering.Walk.Move("x", Walk.XStart));
        }

        if (Walk.OverImages)
        {
            code.Line("// The images are the pixels of one row.");
            code.Line("ConvolutionStrides strides = Strides(count);");
            EmitGroups(code, isa, "x", "dy", "1");
            return;
        }

        code.Line("ConvolutionStrides strides = Strides();");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitStrips(code, isa);
            code.Line($"x += {Walk.XImage};");
            code.Line($"dy += {Walk.YImage};");
        }
    }

    private void EmitStrips(CodeWriter code, Isa isa) => EmitStrips(code, "x", "dy", (x, dy, rows) => EmitGroups(code, isa, x, dy, rows));

    /// <summary>Writes what goes through an image strip by strip.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="x">The image's input.</param>
    /// <param name="dy">The gradient by its output.</param>
    /// <param name="emit">What writes the sums of a strip, by its input, its gradient and its rows.</param>
    protected void EmitStrips(CodeWriter code, string x, string dy, Action<string, string, string> emit)
    {
        int strip = _kernel.Strip;
        if (_kernel.StripColumns < Walk.Columns)
        {
            EmitColumns(code, x, dy, emit);
            return;
        }

        if (strip == Walk.Rows)
        {
            emit(x, dy, $"{strip}");
            return;
        }

        using (code.Braces($"for (int row = 0; row < {Walk.Rows}; {(strip == 1 ? "row++" : $"row += {strip}")})"))
        {
            if (Walk.Rows % strip != 0)
            {
                code.Line($"int rows = global::System.Math.Min({strip}, {Walk.Rows} - row);");
            }

            code.Line($"float* xs = {x} + (row * {Walk.XRow});");
            code.Line($"float* dys = {dy} + (row * {Walk.YRow});");
            emit("xs", "dys", Walk.Rows % strip == 0 ? $"{strip}" : "rows");
        }
    }

    /// <summary>Strips of a map that is one row.</summary>
    private void EmitColumns(CodeWriter code, string x, string dy, Action<string, string, string> emit)
    {
        int strip = _kernel.StripColumns;
        using (code.Braces($"for (int column = 0; column < {Walk.Columns}; column += {strip})"))
        {
            if (Walk.Columns % strip != 0)
            {
                code.Line($"strides.Columns = global::System.Math.Min({strip}, {Walk.Columns} - column);");
            }

            code.Line($"float* xs = {x} + (column * {Walk.XColumn});");
            code.Line($"float* dys = {dy} + (column * {Walk.YColumn});");
            emit("xs", "dys", "1");
        }
    }

    private void EmitGroups(CodeWriter code, Isa isa, string x, string dy, string rows)
    {
        if (Walk.Groups == 1)
        {
            EmitBlocks(code, isa, x, dy, "dw", rows);
            return;
        }

        using (code.Braces($"for (int group = 0; group < {Walk.Groups}; group++)"))
        {
            code.Line($"float* xg = {x} + (group * {Walk.Depth});");
            code.Line($"float* dyg = {dy} + (group * {Walk.Outputs});");
            code.Line($"float* dwg = dw + (group * {Walk.Weights / Walk.Groups}L);");
            EmitBlocks(code, isa, "xg", "dyg", "dwg", rows);
        }
    }

    private void EmitBlocks(CodeWriter code, Isa isa, string x, string dy, string dw, string rows)
    {
        long perLane = (long)Walk.TapsY * Walk.TapsX * Walk.Depth;
        foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Walk.Outputs).Parts)
        {
            int lanes = vectors * isa.Width;
            int first = start * isa.Width;
            if (count > 1)
            {
                using (code.Braces($"for (int channel = {first}; channel < {first + (count * lanes)}; channel += {lanes})"))
                {
                    code.Line($"float* dyb = {dy} + channel;");
                    code.Line($"float* dwb = {dw} + (channel * {perLane}L);");
                    EmitTaps(code, isa, vectors, x, "dyb", "dwb", rows);
                }
            }
            else
            {
                EmitTaps(code, isa, vectors, x, Rendering.Walk.At(dy, first), Rendering.Walk.At(dw, first * perLane), rows);
            }
        }
    }

    protected void EmitTaps(CodeWriter code, Isa isa, int vectors, string x, string dy, string dw, string rows)
    {
        int taps = Columns;
        long perTap = (long)Run * vectors * isa.Width;
        CodeWriter.Scope? ky = null, kx = null;
        if (Walk.TapsY > 1)
        {
            ky = code.Braces($"for (int ky = 0; ky < {Walk.TapsY}; ky++)");
            x += $" + (ky * {Walk.XTapRow})";
            dw += $" + (ky * {perTap * taps}L)";
        }

        if (taps > 1)
        {
            kx = code.Braces($"for (int kx = 0; kx < {taps}; kx++)");
            x += $" + (kx * {Walk.XTapColumn})";
            dw += $" + (kx * {perTap}L)";
        }

        foreach ((ConvolutionWeightGradientTile tile, int count, int start) in Parts(isa, vectors))
        {
            code.Line($"{tile.Method}({Rendering.Walk.At(x, start)}, {dy}, {Rendering.Walk.At(dw, (long)start * vectors * isa.Width)}, {count}, {rows}, in strides);");
        }

        kx?.Dispose();
        ky?.Dispose();
    }

    private IEnumerable<(ConvolutionWeightGradientTile Tile, int Count, int Start)> Parts(Isa isa, int vectors) =>
        Split.Of(Run, Tiles.Height(isa, vectors)).Parts.Select(p => (new ConvolutionWeightGradientTile(isa, p.Size, vectors, LooksAhead(isa, vectors)), p.Count, p.Start));
}
