using NetGen.Generators.Common;

namespace NetGen.Generators.Emission;

/// <summary>
/// The gradient by a convolution's weights: each weight sums input · output gradient over all pixels. A register tile holds some inputs
/// of a kernel row by a block of output channels; a strip of rows whose gradient fits the first-level cache goes through all tiles
/// before the next. The sums are added to what the lane holds, in the order of the packed weights.
/// </summary>
internal sealed record ConvolutionWeightGradientKernel(string Title, ConvolutionWalk Walk) : Kernel
{
    /// <summary>What a strip of output gradient may take in floats: half of a 32 KiB cache.</summary>
    private const int StripFloats = 4096;

    public override string Name => Title;

    public override string Summary => "Adds the gradient by the weights, x · dy summed over pixels, to the lane's sums.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* dw", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        SortedDictionary<string, (int Inputs, int Vectors)> tiles = new(StringComparer.Ordinal);
        if (Walk.XStart != 0)
        {
            code.Line($"x += {CodeWriter.Literal(Walk.XStart)};");
        }

        if (Walk.OverImages)
        {
            code.Line("// The images are the pixels of one row.");
            code.Line("int rows = 1;");
            EmitBlocks(code, isa, method, tiles, "x", "dy");
        }
        else
        {
            int strip = Math.Max(1, Math.Min(Walk.Rows, StripFloats / Math.Max(1, Walk.Columns * Walk.YColumn)));
            using (code.Block("for (int image = 0; image < count; image++)"))
            {
                using (code.Block($"for (int row = 0; row < {Walk.Rows}; row += {strip})"))
                {
                    code.Line($"int rows = {(Walk.Rows % strip == 0 ? $"{strip}" : $"global::System.Math.Min({strip}, {Walk.Rows} - row)")};");
                    code.Line($"float* xs = x + (row * {Walk.XRow});");
                    code.Line($"float* dys = dy + (row * {Walk.YRow});");
                    EmitBlocks(code, isa, method, tiles, "xs", "dys");
                }

                code.Line($"x += {Walk.XImage};");
                code.Line($"dy += {Walk.YImage};");
            }
        }

        foreach (KeyValuePair<string, (int Inputs, int Vectors)> tile in tiles)
        {
            EmitTile(helpers, isa, tile.Key, tile.Value.Inputs, tile.Value.Vectors);
        }
    }

    private void EmitBlocks(CodeWriter code, Isa isa, string method, SortedDictionary<string, (int Inputs, int Vectors)> tiles, string x, string dy)
    {
        if (Walk.Groups > 1)
        {
            using (code.Block($"for (int group = 0; group < {Walk.Groups}; group++)"))
            {
                EmitBlock(code, isa, method, tiles, $"{x} + (group * {Walk.Depth})", $"{dy} + (group * {Walk.Outputs})", $"dw + (group * {Walk.Weights / Walk.Groups}L)");
            }
        }
        else
        {
            EmitBlock(code, isa, method, tiles, x, dy, "dw");
        }
    }

    private void EmitBlock(CodeWriter code, Isa isa, string method, SortedDictionary<string, (int Inputs, int Vectors)> tiles, string x, string dy, string dw)
    {
        long perLane = (long)Walk.TapsY * Walk.TapsX * Walk.Depth;
        string tail = Walk.OverImages ? ", count" : "";
        foreach ((int vectors, int count, int start) in Tiles.Blocks(isa, Walk.Outputs).Parts)
        {
            int lanes = vectors * isa.Width;
            code.Line($"// {count} block{(count == 1 ? "" : "s")} of {lanes} output channels.");
            using (code.Block($"for (int block = 0; block < {count}; block++)"))
            {
                int first = start * isa.Width;
                code.Line($"float* dyb = {dy} + {(first == 0 ? "" : $"{first} + ")}(block * {lanes});");
                code.Line($"float* dwb = {dw} + {(first == 0 ? "" : $"{perLane * first}L + ")}(block * {perLane * lanes}L);");
                using (code.Block($"for (int ky = 0; ky < {Walk.TapsY}; ky++)"))
                {
                    string row = $"{x} + (ky * {Walk.XTapRow})";
                    if (Walk.RowIsRun)
                    {
                        EmitCalls(code, isa, method, tiles, vectors, row, tail);
                    }
                    else
                    {
                        using (code.Block($"for (int kx = 0; kx < {Walk.TapsX}; kx++)"))
                        {
                            EmitCalls(code, isa, method, tiles, vectors, $"{row} + (kx * {Walk.XTapColumn})", tail);
                        }
                    }
                }
            }
        }
    }

    private void EmitCalls(CodeWriter code, Isa isa, string method, SortedDictionary<string, (int Inputs, int Vectors)> tiles, int vectors, string x, string tail)
    {
        foreach ((int inputs, int count, int start) in Split.Of(Walk.Run, Tiles.Height(isa, vectors)).Parts)
        {
            string name = $"{method}_Tile{inputs}x{vectors}";
            tiles[name] = (inputs, vectors);
            code.Line($"{name}({x}{(start == 0 ? "" : $" + {start}")}, dyb, dwb{(start == 0 ? "" : $" + {start * vectors * isa.Width}")}, {count}, rows{tail});");
        }

        code.Line($"dwb += {Walk.Run * vectors * isa.Width};");
    }

    private void EmitTile(CodeWriter code, Isa isa, string name, int inputs, int vectors)
    {
        code.Line($"/// <summary>{inputs} input{(inputs == 1 ? "" : "s")} by {vectors * isa.Width} output channels, in {inputs * vectors} accumulators.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        string columns = Walk.OverImages ? "columns" : $"{Walk.Columns}";
        using (code.Method($"private static void {name}(float* x, float* dy, float* dw, int tiles, int rows{(Walk.OverImages ? ", int columns" : "")})"))
        using (code.Block("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int i = 0; i < inputs; i++)
            {
                code.Words(vectors, v => code.Word($"var a{i}_{v} = {isa.Load(At("dw", ((i * vectors) + v) * isa.Width))};"));
            }

            using (code.Block("for (int row = 0; row < rows; row++)"))
            {
                code.Line($"float* xr = x + (row * {Walk.XRow});");
                code.Line($"float* dyr = dy + (row * {Walk.YRow});");
                using (code.Block($"for (int column = 0; column < {columns}; column++)"))
                {
                    code.Words(vectors, v => code.Word($"var d{v} = {isa.Load(At("dyr", v * isa.Width))};"));
                    for (int i = 0; i < inputs; i++)
                    {
                        code.Line($"var x{i} = {isa.Broadcast($"xr[{i}]")};");
                        code.Words(vectors, v => code.Word($"a{i}_{v} = {isa.Fma($"d{v}", $"x{i}", $"a{i}_{v}")};"));
                    }

                    code.Line($"xr += {Walk.XColumn};");
                    code.Line($"dyr += {Walk.YColumn};");
                }
            }

            for (int i = 0; i < inputs; i++)
            {
                code.Words(vectors, v => code.Word($"{isa.Store($"a{i}_{v}", At("dw", ((i * vectors) + v) * isa.Width))};"));
            }

            code.Line($"x += {inputs};");
            code.Line($"dw += {inputs * vectors * isa.Width};");
        }

        code.Line();
    }

    private static string At(string pointer, int offset) => offset == 0 ? pointer : $"{pointer} + {offset}";
}
