using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Transforms the inputs of some tiles: a patch of pixels becomes as many points, each with all channels. The products of the points with the weights'
/// are the convolution's.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction: the patch has two more.</param>
internal sealed record WinogradInputTile(Isa Isa, int Outputs) : Tile(Isa)
{
    public override string Name => $"WinogradInputs{Outputs}x{Outputs}";

    protected override string Summary => $"Transforms the patches of {Patch}×{Patch} pixels of some tiles to {Patch * Patch} points each; pixels that the image does not have are zero.";

    protected override string Parameters => "float* x, float* inputs, float* work, int first, int tiles, in WinogradWalk walk";

    private int Patch => Outputs + 2;

    protected override void EmitBody(CodeWriter code)
    {
        WinogradTransform.InputConstants(code, Isa, Outputs);
        code.Line($"float* half = work, whole = work + {Patch * Patch * Isa.Width};");
        code.Line("int channels = walk.XChannels;");
        code.Line("nint xRow = walk.XRow, xColumn = channels, point = walk.XPoint;");
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            WinogradTransform.Place(code, Outputs);
            code.Line("int rows = walk.XRows - top, columns = walk.XColumns - left;");
            code.Line($"bool isWhole = rows >= {Patch} && columns >= {Patch};");
            code.Line("float* patch = x + ((nint)image * walk.XImage) + (top * xRow) + (left * xColumn);");
            code.Line("float* points = inputs + (tile * channels);");
            EmitChannels(code);
        }
    }

    private void EmitChannels(CodeWriter code)
    {
        using (code.Braces($"for (int channel = 0; channel < channels; channel += {Isa.Width})"))
        {
            code.Line("float* from = patch + channel;");
            code.Line("nint fromRow = xRow, fromColumn = xColumn;");
            using (code.Braces("if (!isWhole)"))
            {
                code.Line("// At the edge: what the image does not have is zero.");
                using (code.Braces($"for (int pixel = 0; pixel < {Patch * Patch}; pixel++)"))
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
            using (code.Braces($"for (int column = 0; column < {Patch}; column++)"))
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
            using (code.Braces($"for (int row = 0; row < {Patch}; row++)"))
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
