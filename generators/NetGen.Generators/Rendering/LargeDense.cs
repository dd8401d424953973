using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A dense layer over weights in PyTorch's order, (units, features): some rows of weights by some images are multiplied vector by
/// vector, and each sum's lanes are added up at the end. A row block goes through all images of the chunk before the next.
/// </summary>
internal sealed class LargeDenseText(LargeDenseKernel kernel) : KernelText(kernel)
{
    private readonly LargeDenseKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private bool Bias => _kernel.Bias;

    private Activation? Activation => _kernel.Activation;

    public override string Summary => $"Multiplies {X.C} to {Y.C}{(Bias ? ", adds the bias" : "")}{ActivationText.Then(Activation)}. The weights are in PyTorch's order.";

    public override string Remarks => $"x: {X.Words}; y: {Y.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Rows(isa).Parts.SelectMany(p => TilesOf(isa, p.Size)));

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        string bias = Bias ? "bias + unit" : "null";
        foreach ((int rows, int count, int start) in Rows(isa).Parts)
        {
            code.Line($"// {count} block{(count == 1 ? "" : "s")} of {rows} units.");
            using (code.Braces($"for (int unit = {start}; unit < {start + (count * rows)}; unit += {rows})"))
            {
                code.Line($"{new LargeDenseImagesTile(isa, rows).Method}(x, weight + (unit * {X.C}L), {bias}, y + unit, count, {X.C}, {X.Image}, {Y.Image});");
            }
        }

        if (Activation is not null)
        {
            code.Line($"// {char.ToUpperInvariant(Activation.Name[0])}{Activation.Name.Substring(1)}.");
            using (code.Braces("for (int image = 0; image < count; image++)"))
            {
                using (code.Braces($"for (int unit = 0; unit < {Y.Pitch}; unit += {isa.Width})"))
                {
                    code.Line($"var value = {isa.Load("y + unit")};");
                    code.Line(Activation.Apply(isa, "value"));
                    code.Line(isa.Store("value", "y + unit") + ";");
                }

                code.Line($"y += {Y.Image};");
            }
        }
    }

    /// <summary>Units, cut into tiles.</summary>
    private Split Rows(Isa isa) => Split.Of(Y.C, isa.Registers == 32 ? 6 : 3);

    private IEnumerable<Tile> TilesOf(Isa isa, int rows)
    {
        LargeDenseImagesTile images = new(isa, rows);
        return images.Parts.Cast<Tile>().Append(images);
    }
}
