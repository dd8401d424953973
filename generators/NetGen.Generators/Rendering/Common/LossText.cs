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
        string weight = share.Weight == 1 ? "" : Literals.Of(share.Weight) + " * ";
        code.Line($"totals->Loss += {weight}loss / ((double)batch * {size});");
        if (share.Counts)
        {
            code.Line($"totals->Count += (long)count * {pixels};");
        }
    }
}
