using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Rows of a table by the numbers of words.</summary>
internal sealed class EmbeddingText(EmbeddingKernel kernel) : KernelText(kernel)
{
    public override string Summary => "Copies the table's row of each word: y = table[x].";

    public override string Remarks => "Layout: a row has size floats, a step of y pitch; xImage and yImage are floats from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("for (int step = 0; step < steps; step++)"))
            {
                code.Line("float* row = table + ((long)x[step] * size);");
                code.Line(Copy("row", "y + ((long)step * pitch)", "size"));
            }

            code.Line("x += xImage;");
            code.Line("y += yImage;");
        }
    }

    /// <summary>Copies floats.</summary>
    public static string Copy(string from, string to, string floats) =>
        $"new global::System.ReadOnlySpan<float>({from}, {floats}).CopyTo(new global::System.Span<float>({to}, {floats}));";
}

/// <summary>Keeps the words of a chunk, and the gradients by their rows.</summary>
internal sealed class EmbeddingKeepText(EmbeddingKeepKernel kernel) : KernelText(kernel)
{
    public override string Summary => "Copies words, and the gradients by their rows without the padding between, to their images' places in the batch.";

    public override string Remarks => "Layout: an image keeps all words, these behind those before; a step of dy has pitch floats; xImage and dyImage are floats from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("long place = ((long)(first + image) * all) + before;");
            code.Line(EmbeddingText.Copy("x", "words + place", "steps"));
            using (code.Braces("for (int step = 0; step < steps; step++)"))
            {
                code.Line(EmbeddingText.Copy("dy + ((long)step * pitch)", "gradients + ((place + step) * size)", "size"));
            }

            code.Line("x += xImage;");
            code.Line("dy += dyImage;");
        }
    }
}

/// <summary>The gradient by a table over the whole batch.</summary>
internal sealed class EmbeddingGradientText(EmbeddingGradientKernel kernel) : KernelText(kernel)
{
    public override string Summary => "Sums the gradients by some rows of a table over the words of the batch, in their order.";

    public override string Remarks => $"An item has every {EmbeddingGradientKernel.Items}th row. Layout: an image has wordsImage words with size gradients each.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces($"for (int row = item; row < rows; row += {EmbeddingGradientKernel.Items})"))
        {
            code.Line("new global::System.Span<float>(dw + ((long)row * size), size).Clear();");
        }

        code.Line();
        using (code.Braces("for (long i = 0; i < batch * wordsImage; i++)"))
        {
            code.Line("int word = (int)words[i];");
            using (code.Braces($"if (word % {EmbeddingGradientKernel.Items} != item || word == padding)"))
            {
                code.Line("continue;");
            }

            code.Line();
            code.Line("float* from = dy + (i * size);");
            code.Line("float* to = dw + ((long)word * size);");
            code.Line("int feature = 0;");
            using (code.Braces($"for (; feature <= size - {isa.Width}; feature += {isa.Width})"))
            {
                code.Line(isa.Store($"{isa.Load("to + feature")} + {isa.Load("from + feature")}", "to + feature") + ";");
            }

            using (code.Braces("for (; feature < size; feature++)"))
            {
                code.Line("to[feature] += from[feature];");
            }
        }
    }
}
