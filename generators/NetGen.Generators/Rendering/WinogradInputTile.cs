using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Transforms the inputs of a tile: a patch of pixels becomes as many points, each with all channels. The products of the points with the weights'
/// are the convolution's.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction: the patch has two more.</param>
internal sealed record WinogradInputTile(Isa Isa, int Outputs) : Tile(Isa)
{
    public override string Name => $"WinogradInputs{Outputs}x{Outputs}";

    protected override string Summary => $"Transforms patches of {Patch}×{Patch} pixels to {Patch * Patch} points that lie point floats apart; pixels past rows and columns are zero.";

    protected override string Parameters => "float* x, nint xRow, nint xColumn, int rows, int columns, float* points, nint point, int channels, float* work";

    private int Patch => Outputs + 2;

    protected override void EmitBody(CodeWriter code)
    {
        WinogradTransform.InputConstants(code, Isa, Outputs);
        code.Line($"float* half = work, whole = work + {Patch * Patch * Isa.Width};");
        code.Line($"bool isWhole = rows >= {Patch} && columns >= {Patch};");
        using (code.Block($"for (int channel = 0; channel < channels; channel += {Isa.Width})"))
        {
            code.Line("float* from = x + channel;");
            code.Line("nint fromRow = xRow, fromColumn = xColumn;");
            using (code.Block("if (!isWhole)"))
            {
                code.Line("// At the edge: what the image does not have is zero.");
                using (code.Block($"for (int pixel = 0; pixel < {Patch * Patch}; pixel++)"))
                {
                    code.Line($"bool exists = pixel / {Patch} < rows && pixel % {Patch} < columns;");
                    code.Line($"var value = exists ? {Isa.Load($"from + (pixel / {Patch} * xRow) + (pixel % {Patch} * xColumn)")} : {Isa.Zero};");
                    code.Line(Isa.Store("value", $"whole + (pixel * {Isa.Width})") + ";");
                }

                code.Line("from = whole;");
                code.Line($"fromRow = {Patch * Isa.Width};");
                code.Line($"fromColumn = {Isa.Width};");
            }

            code.Line();
            using (code.Block($"for (int column = 0; column < {Patch}; column++)"))
            {
                for (int i = 0; i < Patch; i++)
                {
                    code.Line($"var d{i} = {Isa.Load(i == 0 ? "from" : i == 1 ? "from + fromRow" : $"from + ({i} * fromRow)")};");
                }

                WinogradTransform.Inputs(code, Isa, Outputs);
                for (int i = 0; i < Patch; i++)
                {
                    code.Line(Isa.Store($"t{i}", i == 0 ? "half" : $"half + {i * Patch * Isa.Width}") + ";");
                }

                code.Line("from += fromColumn;");
                code.Line($"half += {Isa.Width};");
            }

            code.Line();
            code.Line("half = work;");
            code.Line("float* to = points + channel;");
            using (code.Block($"for (int row = 0; row < {Patch}; row++)"))
            {
                for (int i = 0; i < Patch; i++)
                {
                    code.Line($"var d{i} = {Isa.Load(i == 0 ? "half" : $"half + {i * Isa.Width}")};");
                }

                WinogradTransform.Inputs(code, Isa, Outputs);
                for (int i = 0; i < Patch; i++)
                {
                    code.Line(Isa.Store($"t{i}", i == 0 ? "to" : i == 1 ? "to + point" : $"to + ({i} * point)") + ";");
                }

                code.Line($"half += {Patch * Isa.Width};");
                code.Line($"to += {Patch} * point;");
            }

            code.Line();
            code.Line("half = work;");
        }
    }
}
