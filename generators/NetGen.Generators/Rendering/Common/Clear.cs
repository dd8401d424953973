using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Zeroes an image's interior, for kernels that add to it.</summary>
internal static class Clear
{
    /// <summary>Zeroes rows one by one: <paramref name="pointer"/>Row is the size that lies from one to the next.</summary>
    public static void EmitRows(CodeWriter code, string pointer, string rows, string floats)
    {
        code.Line("// Start from zero.");
        using (code.Braces($"for (int row = 0; row < {rows}; row++)"))
        {
            code.Line($"new global::System.Span<float>({pointer} + (row * {pointer}Row), {floats}).Clear();");
        }
    }
}
