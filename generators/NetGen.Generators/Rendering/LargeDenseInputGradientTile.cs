using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Some images by a block of features: each output gradient is broadcast against a row's block, and the sums are added to what is there.</summary>
internal sealed record LargeDenseInputGradientTile(Isa Isa, int Images, int Vectors) : Tile(Isa)
{
    /// <summary>How many images are reached from one pointer.</summary>
    private const int Reach = 5;

    /// <summary>Floats of a line of the cache.</summary>
    private const int Line = 16;

    public override string Name => $"LargeDenseInputGradient{Images}x{Vectors}";

    protected override string Summary =>
        $"Adds the gradient by {Vectors * Isa.Width} features of {Many(Images, "image")}, in {Images * Vectors} accumulators, tile after tile.";

    protected override string Parameters => "float* dy, float* w, float* dx, int rows, int tiles, nint features, nint dyImage, nint dxImage";

    protected override void EmitBody(CodeWriter code)
    {
        int most = Split.Of(Images, Reach).Size;
        for (int i = 2; i < most; i++)
        {
            code.Line($"nint i{i} = {i} * dyImage;");
        }

        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            code.Line("float* dxi = dx;");
            EmitAccumulators(code, (i, v) => $"var a{i}_{v} = {Isa.Load(Walk.At("dxi", v * Isa.Width))};");
            code.Line("float* wk = w;");
            int pointers = (Images + most - 1) / most;
            for (int p = 0; p < pointers; p++)
            {
                code.Line($"float* dy{p} = dy{(p == 0 ? "" : $" + ({p * most} * dyImage)")};");
            }

            using (code.Braces("for (int k = 0; k < rows; k++)"))
            {
                code.Words(Vectors, v => code.Word($"var w{v} = {Isa.Load(Walk.At("wk", v * Isa.Width))};"));
                EmitPrefetch(code);
                for (int i = 0; i < Images; i++)
                {
                    int steps = i % most;
                    code.Line($"var d{i} = {Isa.Broadcast($"dy{i / most}[{(steps == 0 ? "0" : steps == 1 ? "dyImage" : $"i{steps}")}]")};");
                    code.Words(Vectors, v => code.Word($"a{i}_{v} = {Isa.Fma($"w{v}", $"d{i}", $"a{i}_{v}")};"));
                }

                code.Words(pointers, p => code.Word($"dy{p}++;"));
                code.Line("wk += features;");
            }

            code.Line();
            code.Line("dxi = dx;");
            EmitAccumulators(code, (i, v) => $"{Isa.Store($"a{i}_{v}", Walk.At("dxi", v * Isa.Width))};");
            code.Line();
            code.Line($"dy += {(Images == 1 ? "dyImage" : $"{Images} * dyImage")};");
            code.Line($"dx += {(Images == 1 ? "dxImage" : $"{Images} * dxImage")};");
        }
    }

    /// <summary>Rows lie pages apart, which the processor does not foresee: it is asked for the next block of each row, which is computed next.</summary>
    private void EmitPrefetch(CodeWriter code)
    {
        int lanes = Vectors * Isa.Width;
        if (Isa.Prefetches)
        {
            code.Words((lanes + Line - 1) / Line, line => code.Word($"Sse.Prefetch1({Walk.At("wk", lanes + (line * Line))});"));
        }
    }

    private void EmitAccumulators(CodeWriter code, Func<int, int, string> word)
    {
        for (int i = 0; i < Images; i++)
        {
            if (i > 0)
            {
                code.Line("dxi += dxImage;");
            }

            code.Line(string.Join(" ", Enumerable.Range(0, Vectors).Select(v => word(i, v))));
        }
    }
}

/// <summary>The images of a chunk by a block of features: as many as fill a tile, then four, then one by one.</summary>
internal sealed record LargeDenseInputGradientImagesTile(Isa Isa, int Vectors) : Tile(Isa)
{
    public override string Name => $"LargeDenseInputGradientOfImages{Vectors}";

    /// <summary>The tiles that it calls.</summary>
    public IEnumerable<LargeDenseInputGradientTile> Parts =>
        new[] { Tiles.Height(Isa, Vectors), 4, 1 }.Distinct().Select(images => new LargeDenseInputGradientTile(Isa, images, Vectors));

    protected override string Summary => $"Adds the gradient by {Vectors * Isa.Width} features of images.";

    protected override string Parameters => "float* dy, float* w, float* dx, int rows, int count, nint features, nint dyImage, nint dxImage";

    protected override void EmitBody(CodeWriter code)
    {
        foreach (LargeDenseInputGradientTile tile in Parts)
        {
            if (tile.Images == 1)
            {
                code.Line($"{tile.Name}(dy, w, dx, rows, count, features, dyImage, dxImage);");
                continue;
            }

            code.Line($"{tile.Name}(dy, w, dx, rows, count / {tile.Images}, features, dyImage, dxImage);");
            code.Line($"dy += count / {tile.Images} * {tile.Images} * dyImage;");
            code.Line($"dx += count / {tile.Images} * {tile.Images} * dxImage;");
            code.Line($"count %= {tile.Images};");
            code.Line();
        }
    }
}
