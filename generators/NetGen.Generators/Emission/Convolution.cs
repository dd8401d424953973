using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// How a convolution walks its memory, in floats. The same walk serves the forward pass, the gradient by the input (over the output's
/// gradient, with turned weights) and, with the roles of weights and outputs exchanged, the gradient by the weights.
/// </summary>
/// <param name="Rows">Output rows.</param>
/// <param name="Columns">Output columns; 0 where the images of the chunk are the columns.</param>
/// <param name="XStart">From the first pixel inside the border to the first one that is read.</param>
/// <param name="XRow">Input floats from one output row to the next.</param>
/// <param name="XColumn">Input floats from one output column to the next.</param>
/// <param name="XTapRow">Input floats from one kernel row to the next.</param>
/// <param name="XTapColumn">Input floats from one kernel column to the next.</param>
/// <param name="XImage">Input floats from one image to the next.</param>
/// <param name="YStart">From the first pixel inside the border to the first one that is written.</param>
/// <param name="YRow">Output floats from one output row to the next.</param>
/// <param name="YColumn">Output floats from one output column to the next.</param>
/// <param name="YImage">Output floats from one image to the next.</param>
/// <param name="TapsY">Kernel rows.</param>
/// <param name="TapsX">Kernel columns.</param>
/// <param name="Depth">Input channels that an output sums over.</param>
/// <param name="Outputs">Output channels of a group, padded to whole vectors.</param>
/// <param name="Groups">Groups of channels that do not see each other.</param>
internal readonly record struct ConvolutionWalk(
    int Rows,
    int Columns,
    int XStart,
    int XRow,
    int XColumn,
    int XTapRow,
    int XTapColumn,
    int XImage,
    int YStart,
    int YRow,
    int YColumn,
    int YImage,
    int TapsY,
    int TapsX,
    int Depth,
    int Outputs,
    int Groups)
{
    /// <summary>How often the walk is made, each time with weights of its own and from the next output row.</summary>
    public int PhasesY { get; init; } = 1;

    /// <summary>The same for the next output column.</summary>
    public int PhasesX { get; init; } = 1;

    /// <summary>Output floats from one such row to the next.</summary>
    public int YPhaseRow { get; init; }

    /// <summary>Output floats from one such column to the next.</summary>
    public int YPhaseColumn { get; init; }

    public int Phases => PhasesY * PhasesX;

    /// <summary>Whether the images of a chunk are the columns: the output is a single pixel.</summary>
    public bool OverImages => Columns == 0;

    /// <summary>Whether a kernel row's inputs are one run of memory.</summary>
    public bool RowIsRun => TapsX == 1 || XTapColumn == Depth;

    /// <summary>Inputs that follow each other in memory.</summary>
    public int Run => RowIsRun ? TapsX * Depth : Depth;

    /// <summary>Floats of packed weights.</summary>
    public long Weights => (long)Groups * TapsY * TapsX * Depth * Outputs;
}

/// <summary>
/// A convolution as register tiles: some pixels by a block of output channels, summed over the kernel and the input channels. Each input
/// is broadcast against the block's weights, which are packed in the order they are read. The kernel holds the loops around the tiles
/// (<see cref="ConvolutionTile"/>). Bias and activation are arguments, so a forward pass and a gradient that walk alike are one kernel.
/// </summary>
internal sealed record ConvolutionKernel(string Title, string Intent, Plane X, Plane Y, ConvolutionWalk Walk) : Kernel
{
    public override string Name => Title;

    public override string Summary => Intent + ".";

    public override string Remarks => $"x: {X.Words}; y: {Y.Words}.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* weights", "float* bias", "float* y", "float slope", "int count" };

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Tiles.Blocks(isa, Walk.Outputs).Parts.SelectMany(b => TilesOf(isa, b.Size)));

    private bool IsNarrow => Walk.Rows > 1 && Walk.Columns > 1;

    /// <summary>The walk, where a column of pixels is taken for a row.</summary>
    private ConvolutionWalk Along => Walk is { Columns: 1, Rows: > 1 }
        ? Walk with { Rows = 1, Columns = Walk.Rows, XColumn = Walk.XRow, YColumn = Walk.YRow }
        : Walk;

    /// <summary>What is written for all forms: the strides that tiles take.</summary>
    public override void EmitShared(CodeWriter code)
    {
        ConvolutionWalk walk = Along;
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        code.Line("private static ConvolutionStrides Strides(float slope)");
        code.Line("{");
        using (code.Indent())
        {
            code.Line("return new()");
            code.Line("{");
            using (code.Indent())
            {
                code.Line($"TapsY = {walk.TapsY}, TapsX = {(walk.RowIsRun ? Math.Min(walk.TapsX, 1) : walk.TapsX)}, Run = {walk.Run},");
                code.Line($"XTapRow = {walk.XTapRow}, XTapColumn = {walk.XTapColumn},");
                code.Line(walk.OverImages || walk.Rows == 1 ? $"XColumn = {walk.XColumn}, YColumn = {walk.YColumn}," : $"XRow = {walk.XRow}, XColumn = {walk.XColumn}, YRow = {walk.YRow}, YColumn = {walk.YColumn},");
                code.Line("Slope = slope,");
            }

            code.Line("};");
        }

        code.Line("}");
    }

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        if (Walk.XStart != 0)
        {
            code.Line(CodeWriter.Move("x", Walk.XStart));
        }

        if (Walk.YStart != 0)
        {
            code.Line(CodeWriter.Move("y", Walk.YStart));
        }

        code.Line("ConvolutionStrides strides = Strides(slope);");
        if (Walk.Phases == 1)
        {
            EmitImages(code, isa, "x", "weights", "y");
            return;
        }

        code.Line("// A phase: the pixels that the same taps reach.");
        using (code.Block($"for (int phaseRow = 0; phaseRow < {Walk.PhasesY}; phaseRow++)"))
        using (code.Block($"for (int phaseColumn = 0; phaseColumn < {Walk.PhasesX}; phaseColumn++)"))
        {
            code.Line($"float* wp = {(Walk.Weights == 0 ? "weights" : $"weights + (((phaseRow * {Walk.PhasesX}) + phaseColumn) * {Walk.Weights}L)")};");
            code.Line("float* xp = x;");
            code.Line($"float* yp = y + (phaseRow * {Walk.YPhaseRow}) + (phaseColumn * {Walk.YPhaseColumn});");
            EmitImages(code, isa, "xp", "wp", "yp");
        }
    }

    private void EmitImages(CodeWriter code, Isa isa, string x, string weights, string y)
    {
        if (Walk.OverImages)
        {
            EmitGroups(code, isa, x, weights, y);
            return;
        }

        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            EmitGroups(code, isa, x, weights, y);
            code.Line($"{x} += {Walk.XImage};");
            code.Line($"{y} += {Walk.YImage};");
        }
    }

    private void EmitGroups(CodeWriter code, Isa isa, string x, string weights, string y)
    {
        if (Walk.Groups == 1)
        {
            EmitBlocks(code, isa, x, weights, "bias", y);
            return;
        }

        using (code.Block($"for (int group = 0; group < {Walk.Groups}; group++)"))
        {
            code.Line($"float* xg = {x} + (group * {Walk.Depth});");
            code.Line($"float* wg = {weights} + (group * {Walk.Weights / Walk.Groups}L);");
            code.Line($"float* bg = bias == null ? null : bias + (group * {Walk.Outputs});");
            code.Line($"float* yg = {y} + (group * {Walk.Outputs});");
            EmitBlocks(code, isa, "xg", "wg", "bg", "yg");
        }
    }

    private void EmitBlocks(CodeWriter code, Isa isa, string x, string weights, string bias, string y)
    {
        long perLane = (long)Walk.TapsY * Walk.TapsX * Walk.Depth;
        foreach ((int vectors, int count, int start) in Tiles.Blocks(isa, Walk.Outputs).Parts)
        {
            int lanes = vectors * isa.Width;
            int first = start * isa.Width;
            if (count > 1)
            {
                using (code.Block($"for (int channel = {first}; channel < {first + (count * lanes)}; channel += {lanes})"))
                {
                    code.Line($"float* w = {weights}{(perLane == 0 ? "" : $" + (channel * {perLane}L)")};");
                    code.Line($"float* b = {bias} == null ? null : {bias} + channel;");
                    code.Line($"float* yb = {y} + channel;");
                    EmitTileCalls(code, isa, vectors, x, "w", "b", "yb");
                }
            }
            else
            {
                EmitTileCalls(
                    code,
                    isa,
                    vectors,
                    x,
                    Emission.Walk.At(weights, first * perLane),
                    first == 0 ? bias : $"{bias} == null ? null : {bias} + {first}",
                    Emission.Walk.At(y, first));
            }
        }
    }

    private void EmitTileCalls(CodeWriter code, Isa isa, int vectors, string x, string w, string bias, string y)
    {
        ConvolutionWalk walk = Along;
        if (walk.OverImages)
        {
            code.Line($"{new ConvolutionImagesTile(isa, vectors).Method}({x}, {w}, {bias}, {y}, count, in strides);");
            return;
        }

        if (walk.Rows == 1 || IsOfRows(isa, vectors))
        {
            EmitTileCalls(code, isa, vectors, walk, x, w, bias, y);
            return;
        }

        using (code.Block($"for (int row = 0; row < {walk.Rows}; row++)"))
        {
            code.Line($"float* xr = {x} + (row * {walk.XRow});");
            code.Line($"float* yr = {y} + (row * {walk.YRow});");
            EmitTileCalls(code, isa, vectors, walk, "xr", w, bias, "yr");
        }
    }

    private void EmitTileCalls(CodeWriter code, Isa isa, int vectors, ConvolutionWalk walk, string x, string w, string bias, string y)
    {
        bool rows = IsOfRows(isa, vectors);
        foreach ((ConvolutionTile tile, int count, int start) in Parts(isa, vectors))
        {
            long xs = start * (long)(rows ? walk.XRow : walk.XColumn);
            long ys = start * (long)(rows ? walk.YRow : walk.YColumn);
            code.Line($"{tile.Method}({Emission.Walk.At(x, xs)}, {w}, {bias}, {Emission.Walk.At(y, ys)}, {count}, in strides);");
        }
    }

    /// <summary>Whether a tile is several whole rows of a narrow image.</summary>
    private bool IsOfRows(Isa isa, int vectors) => IsNarrow && Walk.Columns <= Tiles.Height(isa, vectors) / 2;

    /// <summary>The tiles that a row, or a narrow image, is cut into: how often each follows itself, and the row or column where the first one starts.</summary>
    private IEnumerable<(ConvolutionTile Tile, int Count, int Start)> Parts(Isa isa, int vectors)
    {
        int most = Tiles.Height(isa, vectors);
        ConvolutionWalk walk = Along;
        return IsOfRows(isa, vectors)
            ? Split.Of(walk.Rows, most / walk.Columns).Parts.Select(p => (new ConvolutionTile(isa, p.Size, walk.Columns, vectors), p.Count, p.Start))
            : Split.Of(walk.Columns, most).Parts.Select(p => (new ConvolutionTile(isa, 1, p.Size, vectors), p.Count, p.Start));
    }

    private IEnumerable<Tile> TilesOf(Isa isa, int vectors)
    {
        if (!Walk.OverImages)
        {
            return Parts(isa, vectors).Select(p => p.Tile);
        }

        ConvolutionImagesTile images = new(isa, vectors);
        return images.Parts.Cast<Tile>().Append(images);
    }
}
