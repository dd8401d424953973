using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Transforms the pixels of some tiles: a square of pixels becomes the tile's points, each with all channels.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction: it has two more points.</param>
internal abstract record WinogradPatchTile(Isa Isa, int Outputs) : Tile(Isa)
{
    protected sealed override string Parameters => "float* x, float* points, float* work, int first, int tiles, in WinogradWalk walk";

    /// <summary>Points of the tile in each direction.</summary>
    protected int Points => Outputs + 2;

    /// <summary>Pixels that it reads in each direction.</summary>
    protected abstract int Pixels { get; }

    /// <summary>Writes the constants that <see cref="EmitTransform"/> reads.</summary>
    protected abstract void EmitConstants(CodeWriter code);

    /// <summary>Declares the points <c>t0</c>, <c>t1</c>, … from the pixels <c>d0</c>, <c>d1</c>, …</summary>
    protected abstract void EmitTransform(CodeWriter code);

    protected sealed override void EmitBody(CodeWriter code)
    {
        EmitConstants(code);
        code.Line($"float* half = work, whole = work + {Points * Points * Isa.Width};");
        code.Line("int channels = walk.XChannels;");
        code.Line("nint xRow = walk.XRow, xColumn = walk.XColumn, point = walk.XPoint;");
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            WinogradTransform.Place(code, Outputs);
            code.Line("int rows = walk.XRows - top, columns = walk.XColumns - left;");
            code.Line($"bool isWhole = rows >= {Pixels} && columns >= {Pixels};");
            code.Line("nint start = walk.Images == null ? (nint)image * walk.XImage : walk.Images[image].In(walk.XImage);");
            code.Line("float* patch = x + start + (top * xRow) + (left * xColumn);");
            code.Line("float* place = points + (tile * channels);");
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
                using (code.Braces($"for (int pixel = 0; pixel < {Pixels * Pixels}; pixel++)"))
                {
                    code.Line($"bool exists = pixel / {Pixels} < rows && pixel % {Pixels} < columns;");
                    code.Line($"var value = exists ? {Isa.Load($"from + (pixel / {Pixels} * xRow) + (pixel % {Pixels} * xColumn)")} : {Isa.Zero};");
                    code.Line(Isa.Store("value", $"whole + (pixel * {Isa.Width})") + ";");
                }

                code.Line("from = whole;");
                code.Line($"fromRow = {Pixels * Isa.Width};");
                code.Line($"fromColumn = {Isa.Width};");
            }

            code.Line();
            using (code.Braces($"for (int column = 0; column < {Pixels}; column++)"))
            {
                for (int i = 0; i < Pixels; i++)
                {
                    code.Line($"var d{i} = {Isa.Load(i == 0 ? "from" : i == 1 ? "from + fromRow" : $"from + ({i} * fromRow)")};");
                }

                EmitTransform(code);
                for (int i = 0; i < Points; i++)
                {
                    code.Line(Isa.Store($"t{i}", i == 0 ? "half" : $"half + {i * Pixels * Isa.Width}") + ";");
                }

                code.Line("from += fromColumn;");
                code.Line($"half += {Isa.Width};");
            }

            code.Line();
            code.Line("half = work;");
            code.Line("float* to = place + channel;");
            using (code.Braces($"for (int row = 0; row < {Points}; row++)"))
            {
                for (int i = 0; i < Pixels; i++)
                {
                    code.Line($"var d{i} = {Isa.Load(i == 0 ? "half" : $"half + {i * Isa.Width}")};");
                }

                EmitTransform(code);
                for (int i = 0; i < Points; i++)
                {
                    code.Line(Isa.Store($"t{i}", i == 0 ? "to" : i == 1 ? "to + point" : $"to + ({i} * point)") + ";");
                }

                code.Line($"half += {Pixels * Isa.Width};");
                code.Line($"to += {Points} * point;");
            }

            code.Line();
            code.Line("half = work;");
        }
    }
}
