using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// The gradient by a dense layer's weights over the whole batch, dyᵀ · x, in PyTorch's order: a register tile of some units by a block of
/// features sums over the images in their order and is stored once. An item is a rectangle of weights, and no two items share one.
/// </summary>
internal sealed record LargeDenseWeightGradientKernel(int Features, int Units) : Kernel
{
    /// <summary>An item's units, in panels: few, as they are gone through again for every panel of features.</summary>
    private const int ItemOutputPanels = 2;

    /// <summary>
    /// An item's features, in panels: long enough rows, and enough items for many threads. At least two, since the last two panels
    /// overlap and must not be two threads' work.
    /// </summary>
    private const int ItemInputPanels = 32;

    public override string Name => $"LargeDenseWeightGradient_{Features}_to_{Units}";

    public override string Summary => "Computes a rectangle of the gradient by the weights, x · dy summed over the batch.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* dw", "long batch", "int item" };

    /// <summary>How many rectangles there are.</summary>
    public int Items => Parts(ItemRows) * Parts(ItemColumns);

    private Panels Inputs => Panels.OfInputs(Features);

    private Panels Outputs => Panels.OfOutputs(Units);

    private Split ItemRows => Split.Of(Outputs.Count, ItemOutputPanels);

    private Split ItemColumns => Split.Of(Inputs.Count, ItemInputPanels);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        HashSet<string> tiles = new(StringComparer.Ordinal);
        code.Line($"int row = item / {Parts(ItemColumns)};");
        code.Line($"int column = item % {Parts(ItemColumns)};");
        code.Line($"int endOut = {Start(ItemRows, "(row + 1)")};");
        code.Line($"int endIn = {Start(ItemColumns, "(column + 1)")};");
        using (code.Block($"for (int panelIn = {Start(ItemColumns, "column")}; panelIn < endIn; panelIn++)"))
        {
            code.Line($"int feature = {(Inputs.Last == (Inputs.Count - 1) * Inputs.Width ? "" : $"panelIn == {Inputs.Count - 1} ? {Inputs.Last} : ")}panelIn * {Inputs.Width};");
            code.Line($"float* xp = x + (panelIn * {Inputs.Width} * batch);");
            using (code.Block($"for (int panelOut = {Start(ItemRows, "row")}; panelOut < endOut; panelOut++)"))
            {
                code.Line($"float* dyp = dy + (panelOut * {Outputs.Width} * batch);");
                code.Line($"float* dwp = dw + (panelOut * {(long)Outputs.Width * Features}L) + feature;");
                if (Outputs.LastWidth == Outputs.Width)
                {
                    EmitCalls(code, isa, method, Outputs.Width, tiles, helpers);
                }
                else if (Outputs.Count == 1)
                {
                    EmitCalls(code, isa, method, Outputs.LastWidth, tiles, helpers);
                }
                else
                {
                    using (code.Block($"if (panelOut < {Outputs.Count - 1})"))
                    {
                        EmitCalls(code, isa, method, Outputs.Width, tiles, helpers);
                    }

                    using (code.Block("else"))
                    {
                        EmitCalls(code, isa, method, Outputs.LastWidth, tiles, helpers);
                    }
                }
            }
        }
    }

    private static int Parts(Split split) => split.Large + split.Small;

    /// <summary>The first panel of a part of a split, as code.</summary>
    private static string Start(Split split, string part) => split.Small == 0
        ? $"{part} * {split.Size}"
        : $"({part} * {split.Size}) - global::System.Math.Max(0, {part} - {split.Large})";

    private void EmitCalls(CodeWriter code, Isa isa, string method, int units, HashSet<string> tiles, CodeWriter helpers)
    {
        foreach ((int vectors, int count, int start) in Tiles.Blocks(isa, Inputs.Width).Parts)
        {
            int lanes = vectors * isa.Width;
            using (code.Block($"for (int lane = {start * isa.Width}; lane < {(start * isa.Width) + (count * lanes)}; lane += {lanes})"))
            {
                foreach ((int rows, int number, int first) in Split.Of(units, Tiles.Height(isa, vectors)).Parts)
                {
                    string name = $"{method}_Tile{rows}x{vectors}";
                    code.Line($"{name}(xp + lane, {Walk.At("dyp", first)}, {Walk.At("dwp + lane", (long)first * Features)}, {number}, batch);");
                    if (tiles.Add(name))
                    {
                        EmitTile(helpers, isa, name, rows, vectors);
                    }
                }
            }
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, string name, int rows, int vectors)
    {
        code.Line($"/// <summary>{rows} unit{(rows == 1 ? "" : "s")} by {vectors * isa.Width} features, in {rows * vectors} accumulators.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (code.Method($"private static void {name}(float* x, float* dy, float* dw, int tiles, long batch)"))
        using (code.Block("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int r = 0; r < rows; r++)
            {
                code.Words(vectors, v => code.Word($"var a{r}_{v} = {isa.Zero};"));
            }

            code.Line("float* xi = x;");
            code.Line("float* dyi = dy;");
            using (code.Block("for (long image = 0; image < batch; image++)"))
            {
                code.Words(vectors, v => code.Word($"var x{v} = {isa.Load(Walk.At("xi", v * isa.Width))};"));
                for (int r = 0; r < rows; r++)
                {
                    code.Line($"var d{r} = {isa.Broadcast($"dyi[{r}]")};");
                    code.Words(vectors, v => code.Word($"a{r}_{v} = {isa.Fma($"x{v}", $"d{r}", $"a{r}_{v}")};"));
                }

                code.Line($"xi += {Inputs.Width};");
                code.Line($"dyi += {Outputs.Width};");
            }

            for (int r = 0; r < rows; r++)
            {
                code.Words(vectors, v => code.Word($"{isa.Store($"a{r}_{v}", Walk.At("dw", ((long)r * Features) + (v * isa.Width)))};"));
            }

            code.Line($"dy += {rows};");
            code.Line($"dw += {rows * (long)Features};");
        }

        code.Line();
    }
}
