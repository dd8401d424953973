using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Writes the method that makes the strides which a convolution's tiles take, one for all forms.</summary>
internal static class StridesText
{
    /// <summary>Writes it.</summary>
    /// <param name="code">The class of the forms.</param>
    /// <param name="parameters">What it takes, as C#.</param>
    /// <param name="lines">The fields that are set, as lines.</param>
    public static void Emit(CodeWriter code, string parameters, params string[] lines)
    {
        // An expression has no body for the writer to put in unchecked: a summand may lie before y.
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        code.Line($"private static ConvolutionStrides Strides({parameters}) => {(code.Unchecked ? "unchecked(new ConvolutionStrides" : "new()")}");
        code.Line("{");
        using (code.Indent())
        {
            foreach (string line in lines)
            {
                code.Line(line);
            }
        }

        code.Line(code.Unchecked ? "});" : "};");
    }
}
