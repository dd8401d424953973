using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The gradient by a dense layer's weights over the whole batch, dyᵀ · x, in PyTorch's order: a register tile of some units by a block of
/// features sums over the images in their order and is stored once. An item is a rectangle of weights, and no two items share one.
/// </summary>
internal sealed class LargeDenseWeightGradientText(LargeDenseWeightGradientKernel kernel) : KernelText(kernel)
{
    private readonly LargeDenseWeightGradientKernel _kernel = kernel;

    private Panels Inputs => _kernel.Inputs;

    private Panels Outputs => _kernel.Outputs;

    private Split ItemRows => _kernel.ItemRows;

    private Split ItemColumns => _kernel.ItemColumns;

    private int Features => _kernel.Features;

    private int Units => _kernel.Units;

    public override string Summary => "Computes a rectangle of the gradient by the weights, x · dy summed over the batch.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(TilesOf);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line($"int row = item / {LargeDenseWeightGradientKernel.Parts(ItemColumns)};");
        code.Line($"int column = item % {LargeDenseWeightGradientKernel.Parts(ItemColumns)};");
        code.Line($"int endOut = {Start(ItemRows, "(row + 1)")};");
        code.Line($"int endIn = {Start(ItemColumns, "(column + 1)")};");
        using (code.Braces($"for (int panelIn = {Start(ItemColumns, "column")}; panelIn < endIn; panelIn++)"))
        {
            code.Line($"int feature = {(Inputs.Last == (Inputs.Count - 1) * Inputs.Width ? "" : $"panelIn == {Inputs.Count - 1} ? {Inputs.Last} : ")}panelIn * {Inputs.Width};");
            code.Line($"float* xp = x + (panelIn * {Inputs.Width} * batch);");
            using (code.Braces($"for (int panelOut = {Start(ItemRows, "row")}; panelOut < endOut; panelOut++)"))
            {
                code.Line($"float* dyp = dy + (panelOut * {Outputs.Width} * batch);");
                code.Line($"float* dwp = dw + (panelOut * {(long)Outputs.Width * Features}L) + feature;");
                if (Outputs.LastWidth == Outputs.Width)
                {
                    EmitCalls(code, isa, Outputs.Width);
                }
                else if (Outputs.Count == 1)
                {
                    EmitCalls(code, isa, Outputs.LastWidth);
                }
                else
                {
                    using (code.Braces($"if (panelOut < {Outputs.Count - 1})"))
                    {
                        EmitCalls(code, isa, Outputs.Width);
                    }

                    using (code.Braces("else"))
                    {
                        EmitCalls(code, isa, Outputs.LastWidth);
                    }
                }
            }
        }
    }

    /// <summary>The first panel of a part of a split, as code.</summary>
    private static string Start(Split split, string part) => split.Small == 0
        ? $"{part} * {split.Size}"
        : $"({part} * {split.Size}) - global::System.Math.Max(0, {part} - {split.Large})";

    private void EmitCalls(CodeWriter code, Isa isa, int units)
    {
        foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Inputs.Width).Parts)
        {
            int lanes = vectors * isa.Width;
            if (count == 1)
            {
                EmitTiles(code, isa, units, vectors, Walk.At("xp", start * isa.Width), Walk.At("dwp", start * isa.Width));
                continue;
            }

            using (code.Braces($"for (int lane = {start * isa.Width}; lane < {(start * isa.Width) + (count * lanes)}; lane += {lanes})"))
            {
                EmitTiles(code, isa, units, vectors, "xp + lane", "dwp + lane");
            }
        }
    }

    private void EmitTiles(CodeWriter code, Isa isa, int units, int vectors, string x, string dw)
    {
        foreach ((int rows, int number, int first) in Split.Of(units, Tiles.Height(isa, vectors)).Parts)
        {
            code.Line($"{new LargeDenseWeightGradientTile(isa, rows, vectors).Method}({x}, {Walk.At("dyp", first)}, {Walk.At(dw, (long)first * Features)}, {number}, batch, {Inputs.Width}, {Outputs.Width}, {Features});");
        }
    }

    private IEnumerable<Tile> TilesOf(Isa isa) =>
        from units in new[] { Outputs.Width, Outputs.LastWidth }
        where units <= Units
        from block in Tiles.ChannelBlocks(isa, Inputs.Width).Parts
        from part in Split.Of(units, Tiles.Height(isa, block.Size)).Parts
        select new LargeDenseWeightGradientTile(isa, part.Size, block.Size);
}
