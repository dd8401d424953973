using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The gradient by a dense layer's input over weights in PyTorch's order, (units, features): a register tile of some images by a block
/// of features, each output gradient broadcast against a row's block. A strip of rows goes through all blocks before the next, so that
/// their pages and, where rows are a power of two apart, their cache lines are still at hand for the next images.
/// </summary>
internal sealed class LargeDenseInputGradientText(LargeDenseInputGradientKernel kernel) : KernelText(kernel)
{
    private readonly LargeDenseInputGradientKernel _kernel = kernel;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    private const int StripRows = 64;

    public override string Summary => "Multiplies the output's gradient by the weights, which are in PyTorch's order.";

    public override string Remarks => $"dy: {Dy.Words}; dx: {Dx.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Tiles.ChannelBlocks(isa, Dx.Pitch).Parts.SelectMany(p => TilesOf(isa, p.Size)));

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"new global::System.Span<float>(dx + (image * {Dx.Image}L), {Dx.Pitch}).Clear();");
        }

        // The last block reads past the last row by less than a vector, into memory that is the parameters' own: gradients follow the values.
        using (code.Braces($"for (int unit = 0; unit < {Dy.C}; unit += {StripRows})"))
        {
            code.Line($"int rows = {(Dy.C % StripRows == 0 ? $"{StripRows}" : $"global::System.Math.Min({StripRows}, {Dy.C} - unit)")};");
            foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Dx.Pitch).Parts)
            {
                int lanes = vectors * isa.Width;
                code.Line($"// {count} block{(count == 1 ? "" : "s")} of {lanes} features.");
                using (code.Braces($"for (int feature = {start * isa.Width}; feature < {(start * isa.Width) + (count * lanes)}; feature += {lanes})"))
                {
                    code.Line($"float* w = weight + (unit * {Dx.C}L) + feature;");
                    code.Line($"{new LargeDenseInputGradientImagesTile(isa, vectors).Method}(dy + unit, w, dx + feature, rows, count, {Dx.C}, {Dy.Image}, {Dx.Image});");
                }
            }
        }
    }

    private static IEnumerable<Tile> TilesOf(Isa isa, int vectors)
    {
        LargeDenseInputGradientImagesTile images = new(isa, vectors);
        return images.Parts.Cast<Tile>().Append(images);
    }
}
