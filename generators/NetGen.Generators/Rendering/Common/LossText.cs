using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What loss kernels have in common.</summary>
internal static class LossText
{
    /// <summary>Code for a factor of the gradient, with the loss's weight.</summary>
    public static string Scale(this LossShare share, float factor) => Literals.Of(factor * share.Weight);

    /// <summary>Writes what ends a loss kernel: <c>loss</c>, summed over the chunk, as a part of the mean over the batch, and the predictions.</summary>
    /// <param name="share">What the loss counts for.</param>
    /// <param name="code">The kernel.</param>
    /// <param name="size">Values of one image that the mean goes over.</param>
    /// <param name="pixels">Predictions of one image.</param>
    public static void EmitTotals(this LossShare share, CodeWriter code, int size, int pixels)
    {
        code.Line($"totals->Loss += {share.OnTotals()}loss / ((double)batch * {size});");
        if (share.Counts)
        {
            code.Line($"totals->Count += (long)count * {pixels};");
        }
    }

    /// <summary>Code for the factor of a loss on its way to the totals; empty for 1.</summary>
    public static string OnTotals(this LossShare share) => share.WeightOfTotals == 1 ? "" : Literals.Of(share.WeightOfTotals) + " * ";

    /// <summary>Writes what begins an image: what it counts for, as <c>weight</c>, and where that is nothing the whole of it, a gradient of zeros. Nothing where all images count alike.</summary>
    /// <param name="share">What the loss counts for.</param>
    /// <param name="code">The kernel, in its loop over the images.</param>
    /// <param name="dx">How the gradient lies.</param>
    /// <param name="moves">What goes on to the next image.</param>
    public static void EmitWeight(this LossShare share, CodeWriter code, Plane dx, params string[] moves)
    {
        if (!share.Weighs)
        {
            return;
        }

        code.Line("float weight = sampleWeights == null ? 1f : sampleWeights[image];");
        using (code.Braces("if (weight == 0)"))
        {
            code.Line("// It is left out, whatever its values are.");
            using (code.Braces($"for (int row = 0; row < {dx.H}; row++)"))
            {
                code.Line($"new global::System.Span<float>(dx + (row * {dx.Row}), {dx.W * dx.Pitch}).Clear();");
            }

            foreach (string move in moves)
            {
                code.Line(move);
            }

            code.Line("continue;");
        }

        code.Line();
    }
}
