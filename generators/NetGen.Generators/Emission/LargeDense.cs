using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;

namespace NetGen.Generators.Emission;

/// <summary>
/// A dense layer over weights in PyTorch's order, (units, features): some rows of weights by some images are multiplied vector by
/// vector, and each sum's lanes are added up at the end. A row block goes through all images of the chunk before the next.
/// </summary>
internal sealed record LargeDenseKernel(Plane X, Plane Y, bool Bias, Activation? Activation) : Kernel
{
    public override string Name => $"LargeDense_{X.Key}_to_{Y.Key}" + (Bias ? "_bias" : "") + (Activation?.Key ?? "");

    public override string Summary => $"Multiplies {X.C} to {Y.C}{(Bias ? ", adds the bias" : "")}{(Activation is null ? "" : ", then the activation")}. The weights are in PyTorch's order.";

    public override EquatableArray<string> Parameters => Bias
        ? new[] { "float* x", "float* weight", "float* bias", "float* y", "int count" }
        : new[] { "float* x", "float* weight", "float* y", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        foreach ((int rows, int count, int start) in Split.Of(Y.C, isa.Registers == 32 ? 6 : 3).Parts)
        {
            code.Line($"// {count} block{(count == 1 ? "" : "s")} of {rows} units.");
            using (code.Block($"for (int unit = {start}; unit < {start + (count * rows)}; unit += {rows})"))
            {
                code.Line($"float* w = weight + (unit * {X.C}L);");
                code.Line("float* xs = x;");
                code.Line("float* ys = y + unit;");
                code.Line("int left = count;");
                foreach (int images in new[] { 4, 2, 1 })
                {
                    string name = $"{method}_Tile{rows}x{images}";
                    string tiles = images == 1 ? "left" : $"left / {images}";
                    code.Line($"{name}(xs, w, {(Bias ? "bias + unit, " : "")}ys, {tiles});");
                    if (images > 1)
                    {
                        code.Line($"xs += left / {images} * {images * (long)X.Image}L;");
                        code.Line($"ys += left / {images} * {images * (long)Y.Image}L;");
                        code.Line($"left %= {images};");
                    }

                    EmitTile(helpers, isa, name, rows, images);
                }
            }
        }

        if (Activation is not null)
        {
            code.Line("// The activation.");
            using (code.Block("for (int image = 0; image < count; image++)"))
            {
                using (code.Block($"for (int unit = 0; unit < {Y.Pitch}; unit += {isa.Width})"))
                {
                    code.Line($"var value = {isa.Load("y + unit")};");
                    code.Line(Activation.Apply(isa, "value"));
                    code.Line(isa.Store("value", "y + unit") + ";");
                }

                code.Line($"y += {Y.Image};");
            }
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, string name, int rows, int images)
    {
        int whole = X.C / isa.Width * isa.Width;
        code.Line($"/// <summary>{rows} unit{(rows == 1 ? "" : "s")} of {images} image{(images == 1 ? "" : "s")}, in {rows * images} accumulators.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (code.Method($"private static void {name}(float* x, float* w, {(Bias ? "float* b, " : "")}float* y, int tiles)"))
        using (code.Block("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int i = 0; i < images; i++)
            {
                code.Words(rows, r => code.Word($"var a{i}_{r} = {isa.Zero};"));
            }

            using (code.Block($"for (int k = 0; k < {whole}; k += {isa.Width})"))
            {
                code.Words(rows, r => code.Word($"var w{r} = {isa.Load(Walk.At("w + k", (long)r * X.C))};"));
                for (int i = 0; i < images; i++)
                {
                    code.Line($"var x{i} = {isa.Load(Walk.At("x + k", (long)i * X.Image))};");
                    code.Words(rows, r => code.Word($"a{i}_{r} = {isa.Fma($"w{r}", $"x{i}", $"a{i}_{r}")};"));
                }
            }

            for (int i = 0; i < images; i++)
            {
                code.Words(rows, r => code.Word($"y[{((long)i * Y.Image) + r}] = {isa.Class}.Sum(a{i}_{r}){(Bias ? $" + b[{r}]" : "")};"));
            }

            if (whole < X.C)
            {
                code.Line("// The features that fill no vector.");
                using (code.Block($"for (int image = 0; image < {images}; image++)"))
                using (code.Block($"for (int row = 0; row < {rows}; row++)"))
                {
                    code.Line($"float* wr = w + (row * {X.C});");
                    code.Line($"float* xi = x + (image * {X.Image});");
                    code.Line($"float sum = y[(image * {Y.Image}) + row];");
                    using (code.Block($"for (int k = {whole}; k < {X.C}; k++)"))
                    {
                        code.Line("sum += wr[k] * xi[k];");
                    }

                    code.Line($"y[(image * {Y.Image}) + row] = sum;");
                }
            }

            code.Line($"x += {images * (long)X.Image};");
            code.Line($"y += {images * (long)Y.Image};");
        }

        code.Line();
    }
}
