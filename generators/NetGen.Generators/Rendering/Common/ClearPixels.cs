using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Zeroes the pixels of images.</summary>
internal sealed class ClearPixelsText(ClearPixelsKernel kernel) : KernelText(kernel)
{
    public override string Summary => "Zeroes images, and leaves their borders.";

    public override string Remarks => "Sizes: the rows, floats of a row's pixels, and floats from a row and from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            Clear.EmitRows(code, "x", "rows", "floats");
            code.Line("x += xImage;");
        }
    }
}
