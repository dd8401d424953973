using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Copies an image into a larger one and writes zeros around it. The gradient of cropping is the same.</summary>
internal sealed class ZeroPadText(ZeroPadKernel kernel) : KernelText(kernel)
{
    private readonly ZeroPadKernel _kernel = kernel;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Summary => "Copies images into larger ones, with zeros around them.";

    public override string Remarks =>
        "Sizes: rows and columns that are copied, rows and columns of zeros on each side, floats of a pixel, and floats from a row and from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("int floats = columns * pitch;");
        code.Line("int before = left * pitch;");
        code.Line("int after = right * pitch;");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitZeroRows(code, "int row = 0; row < top");
            code.Line("// A row of the image between zeros.");
            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                code.Line("float* at = to + ((row + top) * toRow);");
                code.Line("new global::System.Span<float>(at, before).Clear();");
                code.Line("new global::System.ReadOnlySpan<float>(from + (row * fromRow), floats).CopyTo(new global::System.Span<float>(at + before, floats));");
                code.Line("new global::System.Span<float>(at + before + floats, after).Clear();");
            }

            EmitZeroRows(code, "int row = top + rows; row < top + rows + bottom");
            code.Line("from += fromImage;");
            code.Line("to += toImage;");
        }
    }

    private static void EmitZeroRows(CodeWriter code, string rows)
    {
        using (code.Braces($"for ({rows}; row++)"))
        {
            code.Line("new global::System.Span<float>(to + (row * toRow), before + floats + after).Clear();");
        }
    }
}
