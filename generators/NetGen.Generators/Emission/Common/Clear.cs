using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Zeroes an image's interior, for kernels that add to it.</summary>
internal static class Clear
{
    public static void Emit(CodeWriter code, string pointer, Plane plane)
    {
        code.Line("// Start from zero.");
        bool whole = plane.Contiguous;
        string floats = CodeWriter.Literal(whole ? plane.Image : plane.W * plane.Pitch);
        if (whole)
        {
            code.Line($"new global::System.Span<float>({pointer}, {floats}).Clear();");
            return;
        }

        using (code.Block($"for (int row = 0; row < {plane.H}; row++)"))
        {
            code.Line($"new global::System.Span<float>({pointer} + (row * {plane.Row}), {floats}).Clear();");
        }
    }
}
