using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Zeroes the border of a plane whose memory held something else before.</summary>
internal sealed class ClearBorderText(ClearBorderKernel kernel) : KernelText(kernel)
{
    private readonly ClearBorderKernel _kernel = kernel;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Summary => "Zeroes the border around images: the rows above and below, and the pixels at both ends of a row.";

    public override string Remarks =>
        "Sizes: the rows, floats from a row and from an image to the next, floats of the border at either end of a row, and floats of it before an image's first pixel.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("TeamShare share = TeamShare.Of(rows + 1, part, parts);");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("if (share.First == 0)"))
            {
                code.Line("new global::System.Span<float>(x - before, before).Clear();");
            }

            code.Line();
            code.Line("// What follows a row's last pixel and what goes before the next row's first lie together.");
            code.Line("int last = global::System.Math.Min(share.End, rows);");
            using (code.Braces("for (int row = global::System.Math.Max(share.First, 1); row < last; row++)"))
            {
                code.Line("new global::System.Span<float>(x + (row * xRow) - (2 * side), 2 * side).Clear();");
            }

            code.Line();
            using (code.Braces("if (share.End > rows)"))
            {
                code.Line("new global::System.Span<float>(x + (rows * xRow) - (2 * side), before).Clear();");
            }

            code.Line();
            code.Line("x += xImage;");
        }
    }
}
