using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// The gradient by a dense layer's input over weights in PyTorch's order, (units, features): a register tile of some images by a block
/// of features, each output gradient broadcast against a row's block. A strip of rows goes through all blocks before the next, so that
/// their pages and, where rows are a power of two apart, their cache lines are still at hand for the next images.
/// </summary>
internal sealed record LargeDenseInputGradientKernel(Plane Dy, Plane Dx) : Kernel
{
    private const int StripRows = 64;

    public override string Name => $"LargeDenseInputGradient_{Dy.Key}_to_{Dx.Key}";

    public override string Summary => "Multiplies the output's gradient by the weights, which are in PyTorch's order.";

    public override EquatableArray<string> Parameters => new[] { "float* dy", "float* weight", "float* dx", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            code.Line($"new global::System.Span<float>(dx + (image * {Dx.Image}L), {Dx.Pitch}).Clear();");
        }

        // The last block reads past the last row by less than a vector, into memory that is the parameters' own: gradients follow the values.
        using (code.Block($"for (int unit = 0; unit < {Dy.C}; unit += {StripRows})"))
        {
            code.Line($"int rows = {(Dy.C % StripRows == 0 ? $"{StripRows}" : $"global::System.Math.Min({StripRows}, {Dy.C} - unit)")};");
            foreach ((int vectors, int count, int start) in Tiles.Blocks(isa, Dx.Pitch).Parts)
            {
                int lanes = vectors * isa.Width;
                code.Line($"// {count} block{(count == 1 ? "" : "s")} of {lanes} features.");
                using (code.Block($"for (int feature = {start * isa.Width}; feature < {(start * isa.Width) + (count * lanes)}; feature += {lanes})"))
                {
                    code.Line($"float* w = weight + (unit * {Dx.C}L) + feature;");
                    code.Line("float* dys = dy + unit;");
                    code.Line("float* dxs = dx + feature;");
                    code.Line("int left = count;");
                    foreach (int images in new[] { Tiles.Height(isa, vectors), 4, 1 }.Distinct())
                    {
                        string name = $"{method}_Tile{images}x{vectors}";
                        code.Line($"{name}(dys, w, dxs, rows, {(images == 1 ? "left" : $"left / {images}")});");
                        if (images > 1)
                        {
                            code.Line($"dys += left / {images} * {images * (long)Dy.Image}L;");
                            code.Line($"dxs += left / {images} * {images * (long)Dx.Image}L;");
                            code.Line($"left %= {images};");
                        }

                        EmitTile(helpers, isa, name, images, vectors);
                    }
                }
            }
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, string name, int images, int vectors)
    {
        code.Line($"/// <summary>{images} image{(images == 1 ? "" : "s")} by {vectors * isa.Width} features, in {images * vectors} accumulators.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (code.Method($"private static void {name}(float* dy, float* w, float* dx, int rows, int tiles)"))
        using (code.Block("for (int tile = 0; tile < tiles; tile++)"))
        {
            for (int i = 0; i < images; i++)
            {
                code.Words(vectors, v => code.Word($"var a{i}_{v} = {isa.Load(Place(i, v))};"));
            }

            code.Line("float* wk = w;");
            using (code.Block("for (int k = 0; k < rows; k++)"))
            {
                code.Words(vectors, v => code.Word($"var w{v} = {isa.Load(Walk.At("wk", v * isa.Width))};"));
                for (int i = 0; i < images; i++)
                {
                    code.Line($"var d{i} = {isa.Broadcast(i == 0 ? "dy[k]" : $"dy[k + {(long)i * Dy.Image}]")};");
                    code.Words(vectors, v => code.Word($"a{i}_{v} = {isa.Fma($"w{v}", $"d{i}", $"a{i}_{v}")};"));
                }

                code.Line($"wk += {Dx.C};");
            }

            for (int i = 0; i < images; i++)
            {
                code.Words(vectors, v => code.Word($"{isa.Store($"a{i}_{v}", Place(i, v))};"));
            }

            code.Line($"dy += {images * (long)Dy.Image};");
            code.Line($"dx += {images * (long)Dx.Image};");
        }

        code.Line();

        string Place(int image, int vector) => Walk.At("dx", ((long)image * Dx.Image) + (vector * isa.Width));
    }
}
