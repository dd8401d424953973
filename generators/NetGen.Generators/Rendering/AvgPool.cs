using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What both directions of average pooling share: how many places a window divides by. The window is part of the text, the images' sizes are not.</summary>
internal abstract class AvgPoolWalkText(AvgPoolWalk kernel) : KernelText(kernel)
{
    private readonly AvgPoolWalk _kernel = kernel;

    private Window Window => _kernel.Window;

    private bool CountIncludePad => _kernel.CountIncludePad;

    private bool Inside => _kernel.Inside;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Remarks =>
        "Sizes: rows and columns of output and input, floats of a pixel, and floats from a row and from an image to the next.";

    /// <summary>Declares the rows that count, for <see cref="EmitShare"/>.</summary>
    protected void EmitRows(CodeWriter code)
    {
        if (!Inside)
        {
            code.Line($"int rows = {Counted("row", Window.StrideY, Window.KernelY, Window.PadY, Window.PadBelow, "inputRows")};");
        }
    }

    /// <summary>Declares <c>share</c>, one over the places that count for the window at <c>row</c> and <c>column</c>.</summary>
    protected void EmitShare(CodeWriter code, Isa isa)
    {
        if (Inside)
        {
            code.Line($"var share = {isa.Broadcast($"1f / {Window.KernelY * Window.KernelX}f")};");
            return;
        }

        code.Line($"int columns = {Counted("column", Window.StrideX, Window.KernelX, Window.PadX, Window.PadRight, "inputColumns")};");
        code.Line($"var share = {isa.Broadcast("1f / (rows * columns)")};");
    }

    // As PyTorch counts: padding counts where the layer says so, but never what ceil mode adds past it.
    private string Counted(string place, int stride, int kernel, int pad, int padBehind, string size)
    {
        string start = Walk.Start(place, stride, -pad);
        string end = $"global::System.Math.Min({Walk.Start(place, stride, kernel - pad)}, {(CountIncludePad && padBehind > 0 ? $"{size} + {padBehind}" : size)})";
        string from = pad > 0 ? $"({start})" : start;
        return CountIncludePad || pad == 0 ? $"{end} - {from}" : $"{end} - global::System.Math.Max({start}, 0)";
    }
}

/// <summary>The mean of each window; the input's border of zeros stands for the padding.</summary>
internal sealed class AvgPoolText(AvgPoolKernel kernel) : AvgPoolWalkText(kernel)
{
    private readonly AvgPoolKernel _kernel = kernel;

    private Window Window => _kernel.Window;

    /// <summary>Places of a window that are written out one by one; larger windows get loops.</summary>
    private const int MostPlaces = 25;

    public override string Summary => $"Averages {Window.KernelY} × {Window.KernelX} values.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        bool unrolled = Window.KernelY * Window.KernelX <= MostPlaces;
        for (int x = 1; x < Window.KernelX && unrolled; x++)
        {
            code.Line($"long pixel{x} = {(x == 1 ? "pitch" : $"{x} * pitch")};");
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("for (int row = 0; row < outputRows; row++)"))
            {
                EmitRows(code);
                string first = Walk.Start("row", Window.StrideY, -Window.PadY);
                string left = Window.PadX == 0 ? "" : $" - {(Window.PadX == 1 ? "pitch" : $"({Window.PadX} * pitch)")}";
                code.Line($"float* start = input + ({(Window.PadY == 0 ? first : $"({first})")} * inputRow){left};");
                using (code.Braces("for (int column = 0; column < outputColumns; column++)"))
                {
                    EmitShare(code, isa);
                    code.Line($"float* from = start + (column * {(Window.StrideX == 1 ? "" : $"{Window.StrideX} * ")}pitch);");
                    code.Line("float* to = output + (row * outputRow) + (column * pitch);");
                    using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                    {
                        if (unrolled)
                        {
                            EmitPlaces(code, isa);
                        }
                        else
                        {
                            code.Line($"var sum = {isa.Zero};");
                            using (code.Braces($"for (int y = 0; y < {Window.KernelY}; y++)"))
                            using (code.Braces($"for (int x = 0; x < {Window.KernelX}; x++)"))
                            {
                                code.Line($"sum += {isa.Load("from + channel + (y * inputRow) + (x * pitch)")};");
                            }
                        }

                        code.Line(isa.Store("sum * share", "to + channel") + ";");
                    }
                }
            }

            code.Line("input += inputImage;");
            code.Line("output += outputImage;");
        }
    }

    private void EmitPlaces(CodeWriter code, Isa isa)
    {
        code.Line("float* at = from + channel;");
        for (int y = 0; y < Window.KernelY; y++)
        {
            if (y > 0)
            {
                code.Line("at += inputRow;");
            }

            for (int x = 0; x < Window.KernelX; x++)
            {
                code.Line($"{(y + x == 0 ? "var sum =" : "sum +=")} {isa.Load(x == 0 ? "at" : $"at + pixel{x}")};");
            }
        }
    }
}

/// <summary>The gradient of average pooling: each window's is shared out among its places.</summary>
internal sealed class AvgPoolGradientText(AvgPoolGradientKernel kernel) : AvgPoolWalkText(kernel)
{
    private readonly AvgPoolGradientKernel _kernel = kernel;

    private bool Disjoint => _kernel.Disjoint;

    private bool Clears => _kernel.Clears;

    private Window Window => _kernel.Window;

    private bool Inside => _kernel.Inside;

    public override string Summary => "Shares each output's gradient out among the places of its window.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (Clears)
            {
                Clear.EmitRows(code, "result", "inputRows", "inputColumns * pitch");
            }

            using (code.Braces("for (int row = 0; row < outputRows; row++)"))
            {
                EmitRows(code);
                code.Line($"int top = {Limit("row", Window.StrideY, Window.PadY, 0, "0")};");
                code.Line($"int bottom = {Limit("row", Window.StrideY, Window.PadY, Window.KernelY, "inputRows")};");
                using (code.Braces("for (int column = 0; column < outputColumns; column++)"))
                {
                    EmitShare(code, isa);
                    code.Line($"int left = {Limit("column", Window.StrideX, Window.PadX, 0, "0")};");
                    code.Line($"int right = {Limit("column", Window.StrideX, Window.PadX, Window.KernelX, "inputColumns")};");
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
                }
            }

            code.Line("gradient += gradientImage;");
            code.Line("result += resultImage;");
        }
    }

    private string Limit(string place, int stride, int pad, int kernel, string size)
    {
        string at = Walk.Start(place, stride, kernel - pad);
        return Inside ? at : $"global::System.Math.{(kernel == 0 ? "Max" : "Min")}({at}, {size})";
    }
}
