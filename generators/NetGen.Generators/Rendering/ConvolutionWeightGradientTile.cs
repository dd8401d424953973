using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Some inputs of a kernel row by a block of output channels, summed over the pixels of some rows.</summary>
internal sealed record ConvolutionWeightGradientTile(Isa Isa, int Inputs, int Vectors) : Tile(Isa)
{
    public override string Name => $"WeightGradient{Inputs}x{Vectors}";

    protected override string Summary =>
        $"Adds the gradient by the weights between {Many(Inputs, "input")} and {Vectors * Isa.Width} output channels, in {Inputs * Vectors} accumulators, tile after tile.";

    protected override string Parameters => "float* x, float* dy, float* dw, int tiles, int rows, in ConvolutionStrides strides";

    protected override void EmitBody(CodeWriter code)
    {
        code.Line("int columns = strides.Columns;");
        code.Line("nint xColumn = strides.XColumn, dyColumn = strides.YColumn, xRow = strides.XRow, dyRow = strides.YRow;");
        code.Line("float* from = dw + strides.From;");
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int i = 0; i < Inputs; i++)
            {
                code.Words(Vectors, v => code.Word($"var a{i}_{v} = {Isa.Load(Place("from", i, v))};"));
            }

            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                code.Line("float* xr = x + (row * xRow);");
                code.Line("float* dyr = dy + (row * dyRow);");
                using (code.Braces("for (int column = 0; column < columns; column++)"))
                {
                    code.Words(Vectors, v => code.Word($"var d{v} = {Isa.Load(Walk.At("dyr", v * Isa.Width))};"));
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
