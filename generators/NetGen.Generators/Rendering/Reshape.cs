using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Moves values to an image of another shape, both in C, H, W order. The same serves the way back.</summary>
internal sealed class ReshapeText(ReshapeKernel kernel) : KernelText(kernel)
{
    private readonly ReshapeKernel _kernel = kernel;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Summary => "Moves values to images of another shape, both in C, H, W order.";

    public override string Remarks =>
        "Sizes: what is written has channels, rows and columns; what is read has fromRows and fromColumns; then floats of a pixel, from a row and from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("// The place that is read; the loops are the one that is written.");
            code.Line("int sourceChannel = 0;");
            code.Line("int sourceRow = 0;");
            code.Line("int sourceColumn = 0;");
            using (code.Braces("for (int channel = 0; channel < channels; channel++)"))
            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                code.Line("float* line = to + (row * toRow) + channel;");
                using (code.Braces("for (int column = 0; column < columns;)"))
                {
                    code.Line("// As many as are in one row on both sides.");
                    code.Line("float* source = from + (sourceRow * fromRow) + (sourceColumn * fromPitch) + sourceChannel;");
                    code.Line("int run = global::System.Math.Min(columns - column, fromColumns - sourceColumn);");
                    using (code.Braces("if (fromPitch == 1 && toPitch == 1)"))
                    {
                        code.Line("new global::System.ReadOnlySpan<float>(source, run).CopyTo(new global::System.Span<float>(line + column, run));");
                    }

                    using (code.Braces("else"))
                    using (code.Braces("for (int i = 0; i < run; i++)"))
                    {
                        code.Line("line[(column + i) * toPitch] = source[i * fromPitch];");
                    }

                    code.Line();
                    code.Line("column += run;");
                    code.Line("sourceColumn += run;");
                    using (code.Braces("if (sourceColumn == fromColumns)"))
                    {
                        code.Line("sourceColumn = 0;");
                        using (code.Braces("if (++sourceRow == fromRows)"))
                        {
                            code.Line("sourceRow = 0;");
                            code.Line("sourceChannel++;");
                        }
                    }
                }
            }

            code.Line();
            code.Line("from += fromImage;");
            code.Line("to += toImage;");
        }
    }
}
