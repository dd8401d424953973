using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What both directions of enlarging share: which small pixels a large one comes from.</summary>
internal abstract class UpsampleWalkText(UpsampleWalk kernel) : KernelText(kernel)
{
    private readonly UpsampleWalk _kernel = kernel;

    private UpsampleSpec Spec => _kernel.Spec;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Remarks => "Sizes: rows and columns of the small image, floats of a pixel, and floats from a row and from an image to the next.";

    /// <summary>Places of a square that are written out one by one; larger squares get loops.</summary>
    private const int MostPlaces = 16;

    protected bool IsNearest => Spec.Mode == UpsampleMode.Nearest;

    /// <summary>Loops over the small image's pixels and channels: <c>s</c> and <c>l</c> point at a vector of the pixel and of its square.</summary>
    protected void EmitSquares(CodeWriter code, Isa isa, string small, string large, Action body)
    {
        using (code.Braces("for (int row = 0; row < rows; row++)"))
        using (code.Braces("for (int column = 0; column < columns; column++)"))
        using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
        {
            code.Line($"float* s = {small} + (row * {small}Row) + (column * pitch) + channel;");
            code.Line($"float* l = {large} + ((long)row * {Spec.Scale} * {large}Row) + (column * {Spec.Scale} * pitch) + channel;");
            body();
        }
    }

    /// <summary>Visits the pixels of a square, as addresses.</summary>
    protected void EmitSquare(CodeWriter code, string large, Action<string> visit)
    {
        if (Spec.Scale * (long)Spec.Scale > MostPlaces)
        {
            using (code.Braces($"for (int y = 0; y < {Spec.Scale}; y++)"))
            using (code.Braces($"for (int x = 0; x < {Spec.Scale}; x++)"))
            {
                visit($"l + (y * {large}Row) + (x * pitch)");
            }

            return;
        }

        for (int y = 0; y < Spec.Scale; y++)
        {
            for (int x = 0; x < Spec.Scale; x++)
            {
                visit("l" + Times(y, large + "Row") + Times(x, "pitch"));
            }
        }
    }

    /// <summary>
    /// Loops over the large image's pixels: <c>s00</c> to <c>s11</c> point at the four small pixels around, <c>w00</c> to <c>w11</c> hold
    /// their weights, and <c>l</c> points at the pixel. At the edges two of the four are the same pixel.
    /// </summary>
    protected void EmitMeans(CodeWriter code, Isa isa, string small, string large, Action body)
    {
        int twice = 2 * Spec.Scale;
        using (code.Braces($"for (int row = 0; row < {Spec.Scale} * rows; row++)"))
        {
            code.Line("// Twice the scale times the place among the small image's rows.");
            code.Line($"int down = global::System.Math.Max((2 * row) + {1 - Spec.Scale}, 0);");
            code.Line($"float* upper = {small} + (down / {twice} * {small}Row);");
            code.Line($"float* lower = {small} + (global::System.Math.Min((down / {twice}) + 1, rows - 1) * {small}Row);");
            code.Line($"float below = down % {twice} / {twice}f;");
            using (code.Braces($"for (int column = 0; column < {Spec.Scale} * columns; column++)"))
            {
                code.Line($"int across = global::System.Math.Max((2 * column) + {1 - Spec.Scale}, 0);");
                code.Line($"int left = across / {twice} * pitch;");
                code.Line($"int right = global::System.Math.Min((across / {twice}) + 1, columns - 1) * pitch;");
                code.Line($"float beside = across % {twice} / {twice}f;");
                code.Line($"var w00 = {isa.Broadcast("(1 - below) * (1 - beside)")};");
                code.Line($"var w01 = {isa.Broadcast("(1 - below) * beside")};");
                code.Line($"var w10 = {isa.Broadcast("below * (1 - beside)")};");
                code.Line($"var w11 = {isa.Broadcast("below * beside")};");
                code.Line("float* s00 = upper + left;");
                code.Line("float* s01 = upper + right;");
                code.Line("float* s10 = lower + left;");
                code.Line("float* s11 = lower + right;");
                code.Line($"float* l = {large} + (row * {large}Row) + (column * pitch);");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    body();
                }
            }
        }
    }

    private static string Times(int times, string size) => times switch
    {
        0 => "",
        1 => $" + {size}",
        _ => $" + ({times} * {size})",
    };
}

/// <summary>Enlarges images.</summary>
internal sealed class UpsampleText(UpsampleKernel kernel) : UpsampleWalkText(kernel)
{
    private readonly UpsampleKernel _kernel = kernel;

    private UpsampleSpec Spec => _kernel.Spec;

    public override string Summary => IsNearest
        ? $"Enlarges images {Spec.Scale} times: each pixel becomes a square."
        : $"Enlarges images {Spec.Scale} times: each pixel is a weighted mean of the four around it.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (IsNearest)
            {
                EmitSquares(code, isa, "input", "output", () =>
                {
                    code.Line($"var value = {isa.Load("s")};");
                    EmitSquare(code, "output", place => code.Line(isa.Store("value", place) + ";"));
                });
            }
            else
            {
                EmitMeans(code, isa, "input", "output", () =>
                {
                    code.Line($"var mean = {isa.Load("s00 + channel")} * w00;");
                    foreach (string corner in new[] { "01", "10", "11" })
                    {
                        code.Line($"mean = {isa.Fma(isa.Load($"s{corner} + channel"), $"w{corner}", "mean")};");
                    }

                    code.Line(isa.Store("mean", "l + channel") + ";");
                });
            }

            code.Line("input += inputImage;");
            code.Line("output += outputImage;");
        }
    }
}

/// <summary>The gradient of enlarging: each pixel's goes to those that it came from.</summary>
internal sealed class UpsampleGradientText(UpsampleGradientKernel kernel) : UpsampleWalkText(kernel)
{
    public override string Summary => IsNearest
        ? "Sums the gradient over each pixel's square."
        : "Hands each pixel's gradient to the four that it is a mean of, by their weights.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (IsNearest)
            {
                EmitSquares(code, isa, "result", "gradient", () =>
                {
                    code.Line($"var sum = {isa.Zero};");
                    EmitSquare(code, "gradient", place => code.Line($"sum += {isa.Load(place)};"));
                    code.Line(isa.Store("sum", "s") + ";");
                });
            }
            else
            {
                Clear.EmitRows(code, "result", "rows", "columns * pitch");
                EmitMeans(code, isa, "result", "gradient", () =>
                {
                    code.Line($"var given = {isa.Load("l + channel")};");
                    foreach (string corner in new[] { "00", "01", "10", "11" })
                    {
                        string place = $"s{corner} + channel";
                        code.Line(isa.Store(isa.Fma("given", $"w{corner}", isa.Load(place)), place) + ";");
                    }
                });
            }

            code.Line("gradient += gradientImage;");
            code.Line("result += resultImage;");
        }
    }
}
