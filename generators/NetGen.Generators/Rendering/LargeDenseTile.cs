using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Some rows of weights by some images, vector by vector along the features; each sum's lanes are added up at the end.</summary>
internal sealed record LargeDenseTile(Isa Isa, int Rows, int Images) : Tile(Isa)
{
    /// <summary>How many rows are reached from one pointer.</summary>
    private const int Reach = 3;

    public override string Name => $"LargeDense{Rows}x{Images}";

    protected override string Summary => $"Multiplies {Many(Images, "image")} by the weights of {Many(Rows, "unit")}, in {Rows * Images} accumulators, tile after tile.";

    protected override string Parameters => "float* x, float* w, float* bias, float* y, int tiles, int features, nint xImage, nint yImage";

    protected override void EmitBody(CodeWriter code)
    {
        code.Line($"int whole = features / {Isa.Width} * {Isa.Width};");
        for (int r = 1; r < Math.Min(Rows, Reach); r++)
        {
            code.Line($"nint r{r} = {(r == 1 ? "features" : $"{r} * r1")};");
        }

        for (int i = 2; i < Images; i++)
        {
            code.Line($"nint i{i} = {i} * xImage;");
        }

        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int i = 0; i < Images; i++)
            {
                code.Words(Rows, r => code.Word($"var a{i}_{r} = {Isa.Zero};"));
            }

            code.Line("float* xk = x;");
            for (int r = 0; r < Rows; r += Reach)
            {
                code.Line($"float* w{r / Reach} = w{(r == 0 ? "" : $" + ({r} * r1)")};");
            }

            using (code.Braces($"for (int k = 0; k < whole; k += {Isa.Width})"))
            {
                code.Words(Rows, r => code.Word($"var v{r} = {Isa.Load($"w{r / Reach}{(r % Reach == 0 ? "" : $" + r{r % Reach}")}")};"));
                for (int i = 0; i < Images; i++)
                {
                    code.Line($"var x{i} = {Isa.Load($"xk{(i == 0 ? "" : i == 1 ? " + xImage" : $" + i{i}")}")};");
                    code.Words(Rows, r => code.Word($"a{i}_{r} = {Isa.Fma($"v{r}", $"x{i}", $"a{i}_{r}")};"));
                }

                code.Line($"xk += {Isa.Width};");
                code.Words((Rows + Reach - 1) / Reach, p => code.Word($"w{p} += {Isa.Width};"));
            }

            EmitSums(code);
            code.Line();
            code.Line($"x += {(Images == 1 ? "xImage" : $"{Images} * xImage")};");
            code.Line($"y += {(Images == 1 ? "yImage" : $"{Images} * yImage")};");
        }
    }

    private void EmitSums(CodeWriter code)
    {
        // Adding minus zero changes no value.
        code.Line();
        code.Words(Rows, r => code.Word($"float b{r} = -0f;"));
        using (code.Braces("if (bias != null)"))
        {
            code.Words(Rows, r => code.Word($"b{r} = bias[{r}];"));
        }

        code.Line();
        code.Line("float* yi = y;");
        for (int i = 0; i < Images; i++)
        {
            if (i > 0)
            {
                code.Line("yi += yImage;");
            }

            code.Words(Rows, r => code.Word($"yi[{r}] = {Isa.Class}.Sum(a{i}_{r}) + b{r};"));
        }

        code.Line();
        using (code.Braces("if (whole < features)"))
        {
            code.Line("// The features that fill no vector.");
            using (code.Braces($"for (int image = 0; image < {Images}; image++)"))
            using (code.Braces($"for (int row = 0; row < {Rows}; row++)"))
            {
                code.Line("float* xi = x + (image * xImage);");
                code.Line("float* wr = w + (row * (nint)features);");
                code.Line("float sum = y[(image * yImage) + row];");
                using (code.Braces("for (int k = whole; k < features; k++)"))
                {
                    code.Line("sum += wr[k] * xi[k];");
                }

                code.Line();
                code.Line("y[(image * yImage) + row] = sum;");
            }
        }
    }
}

/// <summary>The images of a chunk by some rows of weights: four at a time, then two, then one.</summary>
internal sealed record LargeDenseImagesTile(Isa Isa, int Rows) : Tile(Isa)
{
    public override string Name => $"LargeDenseOfImages{Rows}";

    /// <summary>The tiles that it calls.</summary>
    public IEnumerable<LargeDenseTile> Parts => new[] { 4, 2, 1 }.Select(images => new LargeDenseTile(Isa, Rows, images));

    protected override string Summary => $"Multiplies images by the weights of {Many(Rows, "unit")}.";

    protected override string Parameters => "float* x, float* w, float* bias, float* y, int count, int features, nint xImage, nint yImage";

    protected override void EmitBody(CodeWriter code)
    {
        foreach (LargeDenseTile tile in Parts)
        {
            if (tile.Images == 1)
            {
                code.Line($"{tile.Name}(x, w, bias, y, count, features, xImage, yImage);");
                continue;
            }

            code.Line($"{tile.Name}(x, w, bias, y, count / {tile.Images}, features, xImage, yImage);");
            code.Line($"x += count / {tile.Images} * {tile.Images} * xImage;");
            code.Line($"y += count / {tile.Images} * {tile.Images} * yImage;");
            code.Line($"count %= {tile.Images};");
            code.Line();
        }
    }
}
