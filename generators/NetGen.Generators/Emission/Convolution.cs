using NetGen.Generators.Common;
using NetGen.Generators.Planning;

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
/// A convolution as a register tile: some pixels by a block of output channels, summed over the kernel and the input channels.
/// Each input is broadcast against the block's weights, which are packed in the order they are read.
/// </summary>
internal sealed record ConvolutionKernel(string Title, string Intent, ConvolutionWalk Walk, bool Bias, Activation? Activation) : Kernel
{
    public override string Name => Title + (Activation?.Key ?? "");

    public override string Summary => Intent + (Activation is null ? "" : ", then the activation") + ".";

    public override EquatableArray<string> Parameters => Bias
        ? new[] { "float* x", "float* weights", "float* bias", "float* y", "int count" }
        : new[] { "float* x", "float* weights", "float* y", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        if (Walk.Phases == 1)
        {
            EmitPhase(code, isa, method, helpers);
            return;
        }

        using (code.Block($"for (int phaseRow = 0; phaseRow < {Walk.PhasesY}; phaseRow++)"))
        using (code.Block($"for (int phaseColumn = 0; phaseColumn < {Walk.PhasesX}; phaseColumn++)"))
        {
            string weights = Walk.Weights == 0 ? "weights" : $"weights + (((phaseRow * {Walk.PhasesX}) + phaseColumn) * {Walk.Weights}L)";
            code.Line($"{method}_Phase(x, {weights}, {(Bias ? "bias, " : "")}y + (phaseRow * {Walk.YPhaseRow}) + (phaseColumn * {Walk.YPhaseColumn}), count);");
        }

        CodeWriter tiles = helpers.Beside();
        helpers.Line("/// <summary>One phase: the pixels that the same taps reach.</summary>");
        helpers.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (helpers.Method($"private static void {method}_Phase({string.Join(", ", Parameters)})"))
        {
            EmitPhase(helpers, isa, method, tiles);
        }

        helpers.Line();
        helpers.Append(tiles);
    }

    private void EmitPhase(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Split blocks = Tiles.Blocks(isa, Walk.Outputs);
        SortedDictionary<string, (int Rows, int Columns, int Vectors)> tiles = new(StringComparer.Ordinal);
        if (Walk.XStart != 0)
        {
            code.Line($"x += {CodeWriter.Literal(Walk.XStart)};");
        }

        if (Walk.YStart != 0)
        {
            code.Line($"y += {CodeWriter.Literal(Walk.YStart)};");
        }

        if (Walk.OverImages)
        {
            EmitGroups(code, isa, blocks, method, tiles);
        }
        else
        {
            using (code.Block("for (int image = 0; image < count; image++)"))
            {
                EmitGroups(code, isa, blocks, method, tiles);
                code.Line($"x += {Walk.XImage};");
                code.Line($"y += {Walk.YImage};");
            }
        }

        foreach (KeyValuePair<string, (int Rows, int Columns, int Vectors)> tile in tiles)
        {
            EmitTile(helpers, isa, tile.Key, tile.Value.Rows, tile.Value.Columns, tile.Value.Vectors);
        }
    }

    private void EmitGroups(CodeWriter code, Isa isa, Split blocks, string method, SortedDictionary<string, (int Rows, int Columns, int Vectors)> tiles)
    {
        if (Walk.Groups == 1)
        {
            EmitBlocks(code, isa, blocks, method, tiles, "");
            return;
        }

        using (code.Block($"for (int group = 0; group < {Walk.Groups}; group++)"))
        {
            EmitBlocks(code, isa, blocks, method, tiles, " + group");
        }
    }

    private void EmitBlocks(CodeWriter code, Isa isa, Split blocks, string method, SortedDictionary<string, (int Rows, int Columns, int Vectors)> tiles, string group)
    {
        long perLane = (long)Walk.TapsY * Walk.TapsX * Walk.Depth;
        string inGroup = group.Length == 0 ? "" : $" + (group * {Walk.Depth})";
        string outGroup = group.Length == 0 ? "" : $" + (group * {Walk.Outputs})";
        string weightGroup = group.Length == 0 ? "" : $" + (group * {perLane * Walk.Outputs}L)";
        foreach ((int vectors, int count, int start) in blocks.Parts)
        {
            int lanes = vectors * isa.Width;
            code.Line($"// {count} block{(count == 1 ? "" : "s")} of {lanes} output channels.");
            using (code.Block($"for (int block = 0; block < {count}; block++)"))
            {
                int first = start * isa.Width;
                string lane = first == 0 ? $"(block * {lanes})" : $"{first} + (block * {lanes})";
                code.Line($"float* w = weights{weightGroup} + {(first == 0 ? "" : $"{perLane * first} + ")}(block * {perLane * lanes}L);");
                code.Line($"float* xb = x{inGroup};");
                if (Bias)
                {
                    code.Line($"float* b = bias{outGroup} + {lane};");
                }

                code.Line($"float* yb = y{outGroup} + {lane};");
                EmitTileCalls(code, isa, vectors, method, tiles);
            }
        }
    }

    private void EmitTileCalls(CodeWriter code, Isa isa, int vectors, string method, SortedDictionary<string, (int Rows, int Columns, int Vectors)> tiles)
    {
        int most = Tiles.Height(isa, vectors);
        string bias = Bias ? "b, " : "";
        if (Walk.OverImages)
        {
            code.Line("int left = count;");
            foreach (int size in new[] { most, 4, 1 }.Distinct())
            {
                string name = Tile(method, tiles, 1, size, vectors);
                string tileCount = size == 1 ? "left" : $"left / {size}";
                code.Line($"{name}(xb, w, {bias}yb, {tileCount});");
                if (size > 1)
                {
                    code.Line($"xb += left / {size} * {size * Walk.XColumn}L;");
                    code.Line($"yb += left / {size} * {size * Walk.YColumn}L;");
                    code.Line($"left %= {size};");
                }
            }
        }
        else if (Walk.Columns <= most / 2 && Walk.Rows > 1)
        {
            // A narrow image: a tile is several whole rows.
            foreach ((int rows, int count, int start) in Split.Of(Walk.Rows, most / Walk.Columns).Parts)
            {
                string name = Tile(method, tiles, rows, Walk.Columns, vectors);
                code.Line($"{name}(xb + {start * Walk.XRow}, w, {bias}yb + {start * Walk.YRow}, {count});");
            }
        }
        else
        {
            using (code.Block($"for (int row = 0; row < {Walk.Rows}; row++)"))
            {
                foreach ((int columns, int count, int start) in Split.Of(Walk.Columns, most).Parts)
                {
                    string name = Tile(method, tiles, 1, columns, vectors);
                    string xs = start == 0 ? "" : $" + {start * Walk.XColumn}";
                    string ys = start == 0 ? "" : $" + {start * Walk.YColumn}";
                    code.Line($"{name}(xb{xs}, w, {bias}yb{ys}, {count});");
                }

                code.Line($"xb += {Walk.XRow};");
                code.Line($"yb += {Walk.YRow};");
            }
        }
    }

    private static string Tile(string method, SortedDictionary<string, (int Rows, int Columns, int Vectors)> tiles, int rows, int columns, int vectors)
    {
        string name = $"{method}_Tile{(rows == 1 ? "" : $"{rows}x")}{columns}x{vectors}";
        tiles[name] = (rows, columns, vectors);
        return name;
    }

    private void EmitTile(CodeWriter code, Isa isa, string name, int rows, int columns, int vectors)
    {
        int pixels = rows * columns;
        int lanes = vectors * isa.Width;
        code.Line($"/// <summary>{(rows == 1 ? $"{columns} pixel{(columns == 1 ? "" : "s")}" : $"{rows} rows of {columns} pixels")} by {lanes} output channels, in {pixels * vectors} accumulators.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (code.Method($"private static void {name}(float* x, float* w, {(Bias ? "float* b, " : "")}float* y, int tiles)"))
        using (code.Block("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int p = 0; p < pixels; p++)
            {
                code.Words(vectors, v => code.Word($"var a{p}_{v} = {(!Bias ? isa.Zero : p == 0 ? isa.Load(At("b", v * isa.Width)) : $"a0_{v}")};"));
            }

            if (Walk.TapsY * Walk.TapsX > 0)
            {
                code.Line("float* wk = w;");
                using (code.Block($"for (int ky = 0; ky < {Walk.TapsY}; ky++)"))
                {
                    if (Walk.RowIsRun)
                    {
                        code.Line($"float* xk = x + (ky * {Walk.XTapRow});");
                        EmitRun(code, isa, rows, columns, vectors);
                    }
                    else
                    {
                        using (code.Block($"for (int kx = 0; kx < {Walk.TapsX}; kx++)"))
                        {
                            code.Line($"float* xk = x + (ky * {Walk.XTapRow}) + (kx * {Walk.XTapColumn});");
                            EmitRun(code, isa, rows, columns, vectors);
                        }
                    }
                }
            }

            if (Activation is not null)
            {
                for (int p = 0; p < pixels; p++)
                {
                    code.Words(vectors, v => code.Word($"{Activation.Apply(isa, $"a{p}_{v}")}"));
                }
            }

            for (int p = 0; p < pixels; p++)
            {
                long pixel = ((long)(p / columns) * Walk.YRow) + ((long)(p % columns) * Walk.YColumn);
                code.Words(vectors, v => code.Word($"{isa.Store($"a{p}_{v}", At("y", pixel + (v * isa.Width)))};"));
            }

            code.Line($"x += {(rows == 1 ? (long)columns * Walk.XColumn : (long)rows * Walk.XRow)};");
            code.Line($"y += {(rows == 1 ? (long)columns * Walk.YColumn : (long)rows * Walk.YRow)};");
        }

        code.Line();
    }

    private void EmitRun(CodeWriter code, Isa isa, int rows, int columns, int vectors)
    {
        using (code.Block($"for (int k = 0; k < {Walk.Run}; k++)"))
        {
            code.Words(vectors, v => code.Word($"var w{v} = {isa.Load(At("wk", v * isa.Width))};"));
            for (int p = 0; p < rows * columns; p++)
            {
                long offset = ((long)(p / columns) * Walk.XRow) + ((long)(p % columns) * Walk.XColumn);
                string input = isa.Broadcast(offset == 0 ? "xk[k]" : $"xk[k + {offset}]");
                code.Line($"var x{p} = {input};");
                code.Words(vectors, v => code.Word($"a{p}_{v} = {isa.Fma($"w{v}", $"x{p}", $"a{p}_{v}")};"));
            }

            code.Line($"wk += {vectors * isa.Width};");
        }
    }

    private static string At(string pointer, long offset) => offset == 0 ? pointer : $"{pointer} + {offset}";
}
