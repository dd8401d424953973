using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Some inputs of a kernel row by a block of output channels, summed over the pixels of some rows.</summary>
/// <param name="Isa">The form.</param>
/// <param name="Inputs">Inputs.</param>
/// <param name="Vectors">Vectors of output channels.</param>
/// <param name="LooksAhead">
/// Whether it asks for what is read next while it multiplies: every tile for its own inputs there, and for a line of each pixel's output gradients in turn.
/// </param>
internal sealed record ConvolutionWeightGradientTile(Isa Isa, int Inputs, int Vectors, bool LooksAhead = false) : Tile(Isa)
{
    /// <summary>Floats of a line of the cache.</summary>
    private const int Line = 16;

    public override string Name => $"WeightGradient{Inputs}x{Vectors}{(LooksAhead ? "Ahead" : "")}";

    protected override string Summary =>
        $"Adds the gradient by the weights between {Many(Inputs, "input")} and {Vectors * Isa.Width} output channels, in {Inputs * Vectors} accumulators, tile after tile{(LooksAhead ? "; what is read next is asked for" : "")}.";

    protected override string Parameters => "float* x, float* dy, float* dw, int tiles, int rows, in ConvolutionStrides strides";

    protected override void EmitBody(CodeWriter code)
    {
        code.Line("int columns = strides.Columns;");
        code.Line("nint xColumn = strides.XColumn, dyColumn = strides.YColumn, xRow = strides.XRow, dyRow = strides.YRow;");
        code.Line("float* from = dw + strides.From;");
        if (LooksAhead)
        {
            code.Line("nint xAhead = strides.XAhead;");
        }

        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int i = 0; i < Inputs; i++)
            {
                code.Words(Vectors, v => code.Word($"var a{i}_{v} = {Isa.Load(Place("from", i, v))};"));
            }

            if (LooksAhead)
            {
                code.Line($"nint dyAhead = strides.YAhead + (tile % {Vectors * Isa.Width / Line} * {Line});");
            }

            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                code.Line("float* xr = x + (row * xRow);");
                code.Line("float* dyr = dy + (row * dyRow);");
                using (code.Braces("for (int column = 0; column < columns; column++)"))
                {
                    code.Words(Vectors, v => code.Word($"var d{v} = {Isa.Load(Walk.At("dyr", v * Isa.Width))};"));
                    if (LooksAhead)
                    {
                        code.Line("Sse.Prefetch0(xr + xAhead); Sse.Prefetch0(dyr + dyAhead);");
                    }

                    for (int i = 0; i < Inputs; i++)
                    {
                        code.Line($"var x{i} = {Isa.Broadcast($"xr[{i}]")};");
                        code.Words(Vectors, v => code.Word($"a{i}_{v} = {Isa.Fma($"d{v}", $"x{i}", $"a{i}_{v}")};"));
                    }

                    code.Line("xr += xColumn;");
                    code.Line("dyr += dyColumn;");
                }
            }

            code.Line();
            for (int i = 0; i < Inputs; i++)
            {
                code.Words(Vectors, v => code.Word($"{Isa.Store($"a{i}_{v}", Place("dw", i, v))};"));
            }

            code.Line();
            code.Line($"x += {Inputs};");
            code.Line($"from += {Inputs * Vectors * Isa.Width};");
            code.Line($"dw += {Inputs * Vectors * Isa.Width};");
        }
    }

    private string Place(string sums, int input, int vector) => Walk.At(sums, ((input * Vectors) + vector) * Isa.Width);
}
