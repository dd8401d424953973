using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Copies a part of an image. The gradient of padding is the same.</summary>
internal sealed class CropText(CropKernel kernel) : KernelText(kernel)
{
    private readonly CropKernel _kernel = kernel;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Summary => "Copies a part of images.";

    public override string Remarks =>
        "Sizes: rows that are copied and floats of each, where the first lies in an image, and floats from a row and from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                code.Line("float* at = from + first + (row * fromRow);");
                code.Line("new global::System.ReadOnlySpan<float>(at, floats).CopyTo(new global::System.Span<float>(to + (row * toRow), floats));");
            }

            code.Line("from += fromImage;");
            code.Line("to += toImage;");
        }
    }
}
