using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// What both directions of max pooling share. A place of the window outside the image is moved to the nearest one inside,
/// which the window holds as well: a value seen twice changes no maximum, and padding never wins. The window and a pixel's floats are part of the
/// text, since a small image of few channels took up to half as long again without them; the images' sizes are arguments.
/// </summary>
internal abstract class MaxPoolWalkText(MaxPoolWalk kernel) : KernelText(kernel)
{
    private readonly MaxPoolWalk _kernel = kernel;

    private bool Inside => _kernel.Inside;

    private bool Unrolled => _kernel.Unrolled;

    private Window Window => _kernel.Window;

    private int Pitch => _kernel.Pitch;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    public override string Remarks =>
        "Sizes: rows and columns of output and input, and floats from a row and from an image to the next.";

    /// <summary>
    /// Loops over the windows of an image: <c>row</c> and <c>column</c> are the output's. <paramref name="target"/> is the name of a second plane of the
    /// input's shape whose places are asked for, or null.
    /// </summary>
    protected void EmitWindows(CodeWriter code, string? target, Action body)
    {
        using (code.Braces(Kernel.IsShareable ? "for (int row = rows.First; row < rows.End; row++)" : "for (int row = 0; row < outputRows; row++)"))
        {
            if (!Unrolled)
            {
                EmitRange(code, "top", "bottom", "row", Window.StrideY, Window.PadY, Window.KernelY, "inputRows");
                using (code.Braces("for (int column = 0; column < outputColumns; column++)"))
                {
                    EmitRange(code, "left", "right", "column", Window.StrideX, Window.PadX, Window.KernelX, "inputColumns");
                    body();
                }

                return;
            }

            code.Line("// The rows of the window.");
            for (int k = 0; k < Window.KernelY; k++)
            {
                code.Line($"long row{k} = {Place("row", Window.StrideY, k - Window.PadY, "inputRows")};");
                code.Line($"float* from{k} = input + (row{k} * inputRow);");
                if (target is not null)
                {
                    code.Line($"float* to{k} = {target} + (row{k} * {target}Row);");
                }
            }

            code.Line();
            using (code.Braces("for (int column = 0; column < outputColumns; column++)"))
            {
                EmitColumns(code);
                body();
            }
        }
    }

    /// <summary>Declares how far into a row the columns of the window lie.</summary>
    private void EmitColumns(CodeWriter code)
    {
        for (int k = 0; k < Window.KernelX; k++)
        {
            code.Line($"long column{k} = {Walk.At($"((long)column * {Window.StrideX * Pitch})", (k - Window.PadX) * Pitch)};");
        }

        if (Inside)
        {
            return;
        }

        using (code.Braces($"if (column0 < 0 || column{Window.KernelX - 1} > last)"))
        {
            code.Line("// The window reaches over an edge.");
            for (int k = 0; k < Window.KernelX; k++)
            {
                code.Line($"column{k} = global::System.Math.Min(global::System.Math.Max(column{k}, 0), last);");
            }
        }

        code.Line();
    }

    /// <summary>Declares what is the same for all windows.</summary>
    protected void EmitLast(CodeWriter code)
    {
        if (Unrolled && !Inside)
        {
            code.Line($"long last = (inputColumns - 1) * {Pitch}L;");
        }
    }

    /// <summary>Declares the places of the window's columns for a channel.</summary>
    /// <param name="code">The kernel.</param>
    /// <param name="target">The name of a second plane of the input's shape, or null.</param>
    protected void EmitChannel(CodeWriter code, string? target)
    {
        for (int k = 0; k < Window.KernelX && Unrolled; k++)
        {
            code.Line($"long at{k} = column{k} + channel;");
        }

        if (!Unrolled)
        {
            code.Line("float* from = input + channel;");
            if (target is not null)
            {
                code.Line($"float* to = {target} + channel;");
            }
        }
    }

    /// <summary>
    /// Calls <paramref name="visit"/> for each place of the window, in order, with its address in the input and in the target, and its number.
    /// </summary>
    protected void EmitPlaces(CodeWriter code, string target, Action<string, string, int> visit)
    {
        if (!Unrolled)
        {
            using (code.Braces("for (int y = top; y < bottom; y++)"))
            using (code.Braces("for (int x = left; x < right; x++)"))
            {
                visit($"from + (y * inputRow) + (x * {Pitch})", $"to + (y * {target}Row) + (x * {Pitch})", 0);
            }

            return;
        }

        for (int y = 0; y < Window.KernelY; y++)
        {
            for (int x = 0; x < Window.KernelX; x++)
            {
                visit($"from{y} + at{x}", $"to{y} + at{x}", (y * Window.KernelX) + x);
            }
        }
    }

    /// <summary>The part of a window that lies in the image, along one direction.</summary>
    protected void EmitRange(CodeWriter code, string first, string end, string place, int stride, int pad, int kernel, string size)
    {
        code.Line($"int {first} = {(Inside ? Walk.Start(place, stride, 0) : $"global::System.Math.Max({Walk.Start(place, stride, -pad)}, 0)")};");
        code.Line($"int {end} = {(Inside ? $"{first} + {kernel}" : $"global::System.Math.Min({Walk.Start(place, stride, kernel - pad)}, {size})")};");
    }

    /// <summary>Loops over the window's places in the image, <c>y</c> and <c>x</c>, in order.</summary>
    protected void EmitOwnPlaces(CodeWriter code, Action body)
    {
        EmitRange(code, "top", "bottom", "row", Window.StrideY, Window.PadY, Window.KernelY, "inputRows");
        EmitRange(code, "left", "right", "column", Window.StrideX, Window.PadX, Window.KernelX, "inputColumns");
        using (code.Braces("for (int y = top; y < bottom; y++)"))
        using (code.Braces("for (int x = left; x < right; x++)"))
        {
            body();
        }
    }

    private string Place(string place, int stride, int offset, string size)
    {
        string at = Walk.Start(place, stride, offset);
        return Inside
            ? at
            : $"global::System.Math.Min(global::System.Math.Max({at}, 0), {size} - 1)";
    }
}

/// <summary>The largest value of each window; not a number where one of them is not.</summary>
internal sealed class MaxPoolText(MaxPoolKernel kernel) : MaxPoolWalkText(kernel)
{
    private readonly MaxPoolKernel _kernel = kernel;

    private bool Unrolled => _kernel.Unrolled;

    private Window Window => _kernel.Window;

    private int Pitch => _kernel.Pitch;

    public override string Summary => $"Takes the largest of {Window.KernelY} × {Window.KernelX} values.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        EmitLast(code);
        code.Line("TeamShare rows = TeamShare.Of(outputRows, part, parts);");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitWindows(code, null, () =>
            {
                code.Line($"float* best = output + (row * outputRow) + (column * {Pitch});");
                using (code.Braces($"for (int channel = 0; channel < {Pitch}; channel += {isa.Width})"))
                {
                    EmitChannel(code, null);
                    code.Line($"var largest = {isa.Broadcast("float.NegativeInfinity")};");
                    code.Line("// Maxima leave out what is not a number, so that these are looked for by themselves, two values at a time.");
                    code.Line($"var odd = {isa.Zero};");
                    string? waiting = null;
                    EmitPlaces(code, "result", (place, _, number) =>
                    {
                        code.Line($"var v{number} = {isa.Load(place)};");
                        code.Line($"largest = {isa.Max($"v{number}", "largest")};");
                        if (!Unrolled)
                        {
                            EmitOdd(code, "v0", "v0");
                        }
                        else if (waiting is null)
                        {
                            waiting = $"v{number}";
                        }
                        else
                        {
                            EmitOdd(code, waiting, $"v{number}");
                            waiting = null;
                        }
                    });
                    if (waiting is not null)
                    {
                        EmitOdd(code, waiting, waiting);
                    }

                    code.Line(isa.Store($"{isa.Class}.ConditionalSelect(odd, {isa.Broadcast("float.NaN")}, largest)", "best + channel") + ";");
                }
            });
            code.Line("input += inputImage;");
            code.Line("output += outputImage;");
        }
    }

    private static void EmitOdd(CodeWriter code, string a, string b) => code.Line($"odd |= global::NetGen.Runtime.VectorMath.Unordered({a}, {b});");
}

/// <summary>The gradient of max pooling: it goes to the first place that holds the maximum, or to the last that is not a number, as PyTorch's does.</summary>
internal sealed class MaxPoolGradientText(MaxPoolGradientKernel kernel) : MaxPoolWalkText(kernel)
{
    private readonly MaxPoolGradientKernel _kernel = kernel;

    private bool Disjoint => _kernel.Disjoint;

    private bool Clears => _kernel.Clears;

    private Window Window => _kernel.Window;

    private int Pitch => _kernel.Pitch;

    public override string Summary => "Hands each output's gradient to the first place of its window that holds the largest value.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        EmitLast(code);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (Clears)
            {
                Clear.EmitRows(code, "result", "inputRows", $"inputColumns * {Pitch}");
            }

            EmitWindows(code, "result", () =>
            {
                code.Line($"float* best = output + (row * outputRow) + (column * {Pitch});");
                code.Line($"float* given = gradient + (row * gradientRow) + (column * {Pitch});");
                using (code.Braces($"for (int channel = 0; channel < {Pitch}; channel += {isa.Width})"))
                {
                    EmitChannel(code, "result");
                    code.Line($"var largest = {isa.Load("best + channel")};");
                    code.Line("// What nobody has taken yet: the first place that holds the largest value takes all.");
                    code.Line($"var rest = {isa.Load("given + channel")};");
                    EmitPlaces(code, "result", (place, target, number) =>
                    {
                        code.Line($"var hit{number} = {isa.Class}.Equals({isa.Load(place)}, largest);");
                        string taken = $"{isa.Class}.ConditionalSelect(hit{number}, rest, {isa.Zero})";
                        code.Line(isa.Store(Disjoint ? taken : $"{isa.Load(target)} + {taken}", target) + ";");
                        code.Line($"rest = {isa.Class}.ConditionalSelect(hit{number}, {isa.Zero}, rest);");
                    });
                    using (code.Braces($"if (!{isa.Class}.EqualsAll(largest, largest))"))
                    {
                        code.Line($"{method}NotANumber(input + channel, result + channel, rest, row, column, inputRows, inputColumns, inputRow, resultRow);");
                    }
                }
            });
            foreach (string pointer in new[] { "input", "output", "gradient", "result" })
            {
                code.Line($"{pointer} += {pointer}Image;");
            }
        }

        EmitNotANumber(helpers, isa, method);
    }

    private void EmitNotANumber(CodeWriter code, Isa isa, string method)
    {
        code.Line("// Nothing equals what is not a number: the last such place of the window takes the gradient that nobody has taken.");
        using (code.Method($"private static void {method}NotANumber(float* from, float* to, {isa.Vector} rest, int row, int column, int inputRows, int inputColumns, int inputRow, int resultRow)"))
        {
            EmitRange(code, "top", "bottom", "row", Window.StrideY, Window.PadY, Window.KernelY, "inputRows");
            EmitRange(code, "left", "right", "column", Window.StrideX, Window.PadX, Window.KernelX, "inputColumns");
            using (code.Braces("for (int y = bottom - 1; y >= top; y--)"))
            using (code.Braces("for (int x = right - 1; x >= left; x--)"))
            {
                code.Line($"var v = {isa.Load($"from + (y * inputRow) + (x * {Pitch})")};");
                code.Line("var odd = global::NetGen.Runtime.VectorMath.Unordered(v, v);");
                string place = $"to + (y * resultRow) + (x * {Pitch})";
                code.Line(isa.Store($"{isa.Load(place)} + {isa.Class}.ConditionalSelect(odd, rest, {isa.Zero})", place) + ";");
                code.Line($"rest = {isa.Class}.ConditionalSelect(odd, {isa.Zero}, rest);");
            }
        }
    }
}
