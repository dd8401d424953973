using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Zeroes the steps behind the end of each sequence.</summary>
internal sealed class ClearPaddingText(ClearPaddingKernel kernel) : KernelText(kernel)
{
    public override string Summary => "Zeroes the steps behind the end of each sequence.";

    public override string Remarks => "Sizes: the most steps there can be, floats of a step, and floats from a sequence to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("int length = (int)*lengths;");
            code.Line("new global::System.Span<float>(x + (length * pitch), (steps - length) * pitch).Clear();");
            code.Line("lengths += lengthsImage;");
            code.Line("x += xImage;");
        }
    }
}

/// <summary>Copies the last step of each sequence.</summary>
internal sealed class CopyLastStepText(CopyLastStepKernel kernel) : KernelText(kernel)
{
    public override string Summary => "Copies the last step of each sequence.";

    public override string Remarks => "Sizes: floats of a step, and floats from a sequence to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("float* last = x + (((int)*lengths - 1) * pitch);");
            code.Line("new global::System.ReadOnlySpan<float>(last, pitch).CopyTo(new global::System.Span<float>(y, pitch));");
            code.Line("lengths += lengthsImage;");
            code.Line("x += xImage;");
            code.Line("y += yImage;");
        }
    }
}
