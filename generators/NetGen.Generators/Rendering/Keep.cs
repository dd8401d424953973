using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Keeps a chunk's vectors until the whole batch is through.</summary>
internal sealed class KeepText(KeepKernel kernel) : KernelText(kernel)
{
    private readonly KeepKernel _kernel = kernel;

    private Plane Vector => _kernel.Vector;

    private Panels Panels => _kernel.Panels;

    public override string Summary => $"Copies vectors of {Panels.Length} values to their place in the batch, in panels of {Panels.Width}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"float* to = panels + ((first + image) * {Panels.Width}L);");
            if (Panels.Count > 1)
            {
                using (code.Braces($"for (int start = 0; start < {(Panels.Count - 1) * Panels.Width}; start += {Panels.Width})"))
                {
                    code.Line(Copy("x + start", Panels.Width));
                    code.Line($"to += {Panels.Width}L * batch;");
                }
            }

            code.Line(Copy(Walk.At("x", Panels.Last), Panels.LastWidth));
            code.Line($"x += {Vector.Image};");
        }
    }

    private static string Copy(string from, int floats) =>
        $"new global::System.ReadOnlySpan<float>({from}, {floats}).CopyTo(new global::System.Span<float>(to, {floats}));";
}
