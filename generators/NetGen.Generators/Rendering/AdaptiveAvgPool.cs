using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What both directions of adaptive pooling share: where the windows lie, by PyTorch's rule.</summary>
internal abstract class AdaptiveAvgPoolWalkText(AdaptiveAvgPoolWalk kernel) : KernelText(kernel)
{
    private readonly AdaptiveAvgPoolWalk _kernel = kernel;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Remarks =>
        "Sizes: rows and columns of output and input, floats of a pixel, and floats from a row and from an image to the next.";

    /// <summary>Loops over the windows of an image: inside, <c>top</c>, <c>bottom</c>, <c>left</c> and <c>right</c> bound the one at <c>row</c> and <c>column</c>.</summary>
    protected static void EmitWindows(CodeWriter code, Isa isa, Action body)
    {
        using (code.Braces("for (int row = 0; row < outputRows; row++)"))
        {
            EmitRange(code, "top", "bottom", "row", "inputRows", "outputRows");
            using (code.Braces("for (int column = 0; column < outputColumns; column++)"))
            {
                EmitRange(code, "left", "right", "column", "inputColumns", "outputColumns");
                code.Line($"var share = {isa.Broadcast("1f / ((bottom - top) * (right - left))")};");
                body();
            }
        }
    }

    private static void EmitRange(CodeWriter code, string first, string end, string place, string size, string windows)
    {
        code.Line($"int {first} = (int)((long){place} * {size} / {windows});");
        code.Line($"int {end} = (int)((((({place} + 1L) * {size}) - 1) / {windows}) + 1);");
    }
}

/// <summary>The mean of each window.</summary>
internal sealed class AdaptiveAvgPoolText(AdaptiveAvgPoolKernel kernel) : AdaptiveAvgPoolWalkText(kernel)
{
    public override string Summary => "Averages windows of an image that share it out evenly.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitWindows(code, isa, () =>
            {
                code.Line("float* to = output + (row * outputRow) + (column * pitch);");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    code.Line($"var sum = {isa.Zero};");
                    using (code.Braces("for (int y = top; y < bottom; y++)"))
                    using (code.Braces("for (int x = left; x < right; x++)"))
                    {
                        code.Line($"sum += {isa.Load("input + channel + (y * inputRow) + (x * pitch)")};");
                    }

                    code.Line(isa.Store("sum * share", "to + channel") + ";");
                }
            });
            code.Line("input += inputImage;");
            code.Line("output += outputImage;");
        }
    }
}

/// <summary>The gradient of adaptive pooling: each window's is shared out among its places.</summary>
internal sealed class AdaptiveAvgPoolGradientText(AdaptiveAvgPoolGradientKernel kernel) : AdaptiveAvgPoolWalkText(kernel)
{
    private readonly AdaptiveAvgPoolGradientKernel _kernel = kernel;

    private bool Disjoint => _kernel.Disjoint;

    public override string Summary => "Shares each output's gradient out among the places of its window.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (!Disjoint)
            {
                Clear.EmitRows(code, "result", "inputRows", "inputColumns * pitch");
            }

            EmitWindows(code, isa, () =>
            {
                code.Line("float* given = gradient + (row * gradientRow) + (column * pitch);");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    code.Line($"var part = {isa.Load("given + channel")} * share;");
                    using (code.Braces("for (int y = top; y < bottom; y++)"))
                    using (code.Braces("for (int x = left; x < right; x++)"))
                    {
                        code.Line("float* to = result + channel + (y * resultRow) + (x * pitch);");
                        code.Line(isa.Store(Disjoint ? "part" : $"{isa.Load("to")} + part", "to") + ";");
                    }
                }
            });
            code.Line("gradient += gradientImage;");
            code.Line("result += resultImage;");
        }
    }
}
