using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What both directions of regions by interpolation share: where the samples lie.</summary>
internal abstract class RoIAlignWalkText(RoIKernel kernel, RoIAlignSpec spec) : RoIText(kernel)
{
    /// <summary>The box in the image's pixels, and the sides of a cell.</summary>
    protected void EmitBox(CodeWriter code)
    {
        string offset = spec.Aligned ? " - 0.5f" : "";
        code.Line($"float left = (corners[0] * {Scale}){offset};");
        code.Line($"float top = (corners[1] * {Scale}){offset};");
        code.Line($"float width = {Side($"(corners[2] * {Scale}){offset} - left")};");
        code.Line($"float height = {Side($"(corners[3] * {Scale}){offset} - top")};");
    }

    /// <summary>Loops over a cell's samples: <c>s00</c> to <c>s11</c> are the places of the four pixels around one, <c>w00</c> to <c>w11</c> their weights.</summary>
    protected void EmitSamples(CodeWriter code, Isa isa, Action body)
    {
        int n = spec.SamplingRatio;
        using (code.Braces($"for (int sampleRow = 0; sampleRow < {n}; sampleRow++)"))
        using (code.Braces($"for (int sampleColumn = 0; sampleColumn < {n}; sampleColumn++)"))
        {
            code.Line($"float y = top + (((row * {n}) + sampleRow + 0.5f) * height / {spec.H * n});");
            code.Line($"float x = left + (((column * {n}) + sampleColumn + 0.5f) * width / {spec.W * n});");
            code.Line("// Written so that what is no number is left out as well.");
            using (code.Braces("if (!(y >= -1 && y <= rows && x >= -1 && x <= columns))"))
            {
                code.Line("continue;");
            }

            EmitNeighbours(code, "y", "upper", "lower", "below", "rows");
            EmitNeighbours(code, "x", "before", "after", "beside", "columns");
            string share = n == 1 ? "" : $" * {Literals.Of(1f / (n * n))}";
            code.Line($"var w00 = {isa.Broadcast($"(1 - below) * (1 - beside){share}")};");
            code.Line($"var w01 = {isa.Broadcast($"(1 - below) * beside{share}")};");
            code.Line($"var w10 = {isa.Broadcast($"below * (1 - beside){share}")};");
            code.Line($"var w11 = {isa.Broadcast($"below * beside{share}")};");
            body();
        }
    }

    private string Side(string extent) => spec.Aligned ? extent : $"global::System.Math.Max({extent}, 1f)";

    private static void EmitNeighbours(CodeWriter code, string place, string first, string second, string share, string size)
    {
        code.Line($"{place} = global::System.Math.Max({place}, 0f);");
        code.Line($"int {first} = global::System.Math.Min((int){place}, {size} - 1);");
        code.Line($"int {second} = global::System.Math.Min({first} + 1, {size} - 1);");
        code.Line($"float {share} = {second} > {first} ? {place} - {first} : 0f;");
    }
}

/// <summary>Regions by bilinear interpolation.</summary>
internal sealed class RoIAlignText(RoIAlignKernel kernel) : RoIAlignWalkText(kernel, kernel.Settings)
{
    public override string Summary => $"Cuts boxes out of an image and brings each to {Spec.H}×{Spec.W} cells by bilinear interpolation.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        EmitBoxes(code, "regions", ["input", "boxes", "regions"], null, () =>
        {
            EmitBox(code);
            EmitClearRest(code);
            EmitCells(code, () => EmitSamples(code, isa, () =>
            {
                code.Line("float* s00 = input + (upper * inputRow) + (before * pitch);");
                code.Line("float* s01 = input + (upper * inputRow) + (after * pitch);");
                code.Line("float* s10 = input + (lower * inputRow) + (before * pitch);");
                code.Line("float* s11 = input + (lower * inputRow) + (after * pitch);");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    code.Line($"var sum = {isa.Fma("w00", isa.Load("s00 + channel"), isa.Load("cell + channel"))};");
                    foreach (string corner in new[] { "01", "10", "11" })
                    {
                        code.Line($"sum = {isa.Fma("w" + corner, isa.Load($"s{corner} + channel"), "sum")};");
                    }

                    code.Line(isa.Store("sum", "cell + channel") + ";");
                }
            }));
            EmitTurn(code, back: false);
        });
}

/// <summary>The gradient of regions by bilinear interpolation: each sample's goes to the four pixels around it.</summary>
internal sealed class RoIAlignGradientText(RoIAlignGradientKernel kernel) : RoIAlignWalkText(kernel, kernel.Settings)
{
    public override string Summary => "Hands each cell's gradient to the pixels around its samples.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        EmitBoxes(code, "gradient", ["boxes", "gradient", "result"], () => Clear.EmitRows(code, "result", "rows", "columns * pitch"), () =>
        {
            EmitBox(code);
            EmitClearRest(code);
            EmitTurn(code, back: true);
            EmitCells(code, () => EmitSamples(code, isa, () =>
            {
                code.Line("float* t00 = result + (upper * resultRow) + (before * pitch);");
                code.Line("float* t01 = result + (upper * resultRow) + (after * pitch);");
                code.Line("float* t10 = result + (lower * resultRow) + (before * pitch);");
                code.Line("float* t11 = result + (lower * resultRow) + (after * pitch);");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    code.Line($"var given = {isa.Load("cell + channel")};");
                    code.Line("// One after the other: at the image's edges two of the four are the same.");
                    foreach (string corner in new[] { "00", "01", "10", "11" })
                    {
                        code.Line(isa.Store(isa.Fma("w" + corner, "given", isa.Load($"t{corner} + channel")), $"t{corner} + channel") + ";");
                    }
                }
            }));
        });
}
