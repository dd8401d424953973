using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Some units by a block of features, summed over the images of the batch and stored once.</summary>
internal sealed record LargeDenseWeightGradientTile(Isa Isa, int Rows, int Vectors) : Tile(Isa)
{
    public override string Name => $"LargeDenseWeightGradient{Rows}x{Vectors}";

    protected override string Summary =>
        $"Computes the gradient by the weights between {Vectors * Isa.Width} features and {Many(Rows, "unit")}, in {Rows * Vectors} accumulators, tile after tile.";

    protected override string Parameters => "float* x, float* dy, float* dw, int tiles, long batch, nint xImage, nint dyImage, nint features";

    protected override void EmitBody(CodeWriter code)
    {
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int r = 0; r < Rows; r++)
            {
                code.Words(Vectors, v => code.Word($"var a{r}_{v} = {Isa.Zero};"));
            }

            code.Line("float* xi = x;");
            code.Line("float* dyi = dy;");
            using (code.Braces("for (long image = 0; image < batch; image++)"))
            {
                code.Words(Vectors, v => code.Word($"var x{v} = {Isa.Load(Walk.At("xi", v * Isa.Width))};"));
                for (int r = 0; r < Rows; r++)
                {
                    code.Line($"var d{r} = {Isa.Broadcast($"dyi[{r}]")};");
                    code.Words(Vectors, v => code.Word($"a{r}_{v} = {Isa.Fma($"x{v}", $"d{r}", $"a{r}_{v}")};"));
                }

                code.Line("xi += xImage;");
                code.Line("dyi += dyImage;");
            }

            code.Line();
            for (int r = 0; r < Rows; r++)
            {
                code.Words(Vectors, v => code.Word($"{Isa.Store($"a{r}_{v}", Walk.At("dw", v * Isa.Width))};"));
                code.Line("dw += features;");
            }

            code.Line();
            code.Line($"dy += {Rows};");
        }
    }
}
