using NetGen.Generators.Emission;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What a loss counts for in training.</summary>
/// <param name="Weight">What it and its gradient are multiplied with.</param>
/// <param name="Counts">Whether predictions and hits are counted: once a step, by the model's own loss.</param>
internal sealed record LossShare(float Weight, bool Counts)
{
    /// <summary>The model's own loss.</summary>
    public static readonly LossShare Main = new(1, Counts: true);

    /// <summary>What is appended to the name of a kernel.</summary>
    public string Key => Counts ? "" : "_head" + NamePart.Of(Weight);

    /// <summary>The loss of a further output.</summary>
    public static LossShare Head(float weight) => new(weight, Counts: false);

    /// <summary>Code for a factor of the gradient, with the weight.</summary>
    public string Scale(float factor) => CodeWriter.Literal(factor * Weight);

    /// <summary>Writes what ends a loss kernel: <c>loss</c>, summed over the chunk, as a part of the mean over the batch, and the predictions.</summary>
    /// <param name="code">The kernel.</param>
    /// <param name="size">Values of one image that the mean goes over.</param>
    /// <param name="pixels">Predictions of one image.</param>
    public void EmitTotals(CodeWriter code, int size, int pixels)
    {
        string weight = Weight == 1 ? "" : CodeWriter.Literal(Weight) + " * ";
        code.Line($"totals->Loss += {weight}loss / ((double)batch * {size});");
        if (Counts)
        {
            code.Line($"totals->Count += (long)count * {pixels};");
        }
    }
}
