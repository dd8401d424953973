using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The way back through a convolution to few channels: a row of pixels by all taps at once, as register tiles of a 1×1 convolution, and the products of each pixel added to the
/// rows under its window, which wait in the thread's scratch until no further row reaches them.
/// </summary>
internal sealed class Col2imText(Col2imKernel kernel) : KernelText(kernel)
{
    private readonly Col2imKernel _kernel = kernel;
    private readonly ConvolutionText _product = new(kernel.Product);

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private Window Window => _kernel.Window;

    private Plane Columns => _kernel.Columns;

    public override string Summary => $"Convolves {X.C}×{X.H}×{X.W} to {Y.C}×{Y.H}×{Y.W} by {Window.KernelY}×{Window.KernelX}, transposed: all taps of a pixel at once.";

    public override string Remarks => $"x: {X.Words}; y: {Y.Words}.";

    public override IEnumerable<Tile> SharedTiles => _product.SharedTiles;

    public override void EmitShared(CodeWriter code) => _product.EmitShared(code);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("ConvolutionStrides strides = Strides(1f, null, work);");
        code.Line($"TeamShare share = TeamShare.Of({Y.H}, part, parts);");
        using (code.Braces("if (share.Count == 0)"))
        {
            code.Line("return;");
        }

        code.Line();
        code.Line("// Rows of sums, in turns: a row of products reaches as many as the kernel has.");
        code.Line($"float* sums = work + {Literals.Of(Columns.Image)};");
        code.Line($"new global::System.Span<float>(sums, {Literals.Of(Window.KernelY * _kernel.SumRow)}).Clear();");
        code.Line($"int from = {Over(Reach > 0 ? $"global::System.Math.Max(share.First - {Reach}, 0)" : Plus("share.First", -Reach))};");
        code.Line($"int end = global::System.Math.Min({Over(Plus("share.End", Window.PadY + Window.StrideY - 1))}, {X.H});");
        string finish = $"{method}Finish(sums + (done % {Window.KernelY} * {_kernel.SumRow}), bias, y + (done * {Y.Row}), slope);";
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("int done = share.First;");
            using (code.Braces("for (int row = from; row < end; row++)"))
            {
                code.Line($"float* xr = x + (row * {X.Row});");
                EmitBlocks(code, isa);
                code.Line($"int top = {Plus(Window.StrideY == 1 ? "row" : $"(row * {Window.StrideY})", -Window.PadY)};");
                code.Line($"{method}Add(work, sums, top, share.First, share.End);");
                using (code.Braces($"for (int until = global::System.Math.Min(top + {Window.StrideY}, share.End); done < until; done++)"))
                {
                    code.Line(finish);
                }
            }

            code.Line();
            using (code.Braces("for (; done < share.End; done++)"))
            {
                code.Line(finish);
            }

            code.Line();
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
        }

        EmitAdd(helpers, isa, method);
        EmitFinish(helpers, isa, method);
    }

    /// <summary>Rows from the first that the window of a row covers to the one whose window begins with the next row that counts.</summary>
    private int Reach => Window.KernelY - 1 - Window.PadY - (Window.StrideY - 1);

    private static string Plus(string value, int number) => number == 0 ? value : number > 0 ? $"{value} + {number}" : $"{value} - {-number}";

    private string Over(string rows) => Window.StrideY == 1 ? rows : $"({rows}) / {Window.StrideY}";

    /// <summary>Writes the products of a row.</summary>
    private void EmitBlocks(CodeWriter code, Isa isa)
    {
        foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Columns.Pitch).Parts)
        {
            int lanes = vectors * isa.Width;
            int first = start * isa.Width;
            if (count == 1)
            {
                EmitTiles(code, isa, vectors, Walk.At("weights", first * (long)X.C), Walk.At("work", first));
                continue;
            }

            using (code.Braces($"for (int value = {first}; value < {first + (count * lanes)}; value += {lanes})"))
            {
                EmitTiles(code, isa, vectors, $"weights + (value * {X.C})", "work + value");
            }
        }
    }

    private void EmitTiles(CodeWriter code, Isa isa, int vectors, string weights, string products)
    {
        foreach ((int pixels, int count, int column) in Split.Of(X.W, Tiles.Height(isa, vectors)).Parts)
        {
            string tile = new ConvolutionTile(isa, 1, pixels, vectors).Method;
            code.Line($"{tile}({Walk.At("xr", column * (long)X.Pitch)}, {weights}, null, {Walk.At(products, column * (long)Columns.Pitch)}, {count}, in strides);");
        }
    }

    /// <summary>Adds a row of products to the rows of sums under the windows, of those that are wanted.</summary>
    private void EmitAdd(CodeWriter code, Isa isa, string method)
    {
        int tap = _kernel.Tap, rest = tap % isa.Width, vectors = (tap + isa.Width - 1) / isa.Width;
        code.Line("/// <summary>Adds a row of products to the rows of sums under the windows.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (code.Method($"private static void {method}Add(float* products, float* sums, int top, int first, int end)"))
        {
            code.Line("int begin = global::System.Math.Max(first - top, 0);");
            code.Line($"int until = global::System.Math.Min(end - top, {Window.KernelY});");
            using (code.Braces("if (begin >= until)"))
            {
                code.Line("return;");
            }

            code.Line();
            if (rest > 0)
            {
                code.Line($"var kept = {isa.Class}.LessThan({isa.Vector}.Indices, {isa.Broadcast($"{rest}f")});");
            }

            using (code.Braces("for (int tap = begin; tap < until; tap++)"))
            {
                code.Line($"float* p = products + (tap * {tap});");
                code.Line($"float* s = sums + ((top + tap) % {Window.KernelY} * {_kernel.SumRow});");
                using (code.Braces($"for (int column = 0; column < {X.W}; column++)"))
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        string product = isa.Load(Walk.At("p", v * isa.Width));
                        string at = Walk.At("s", v * isa.Width);
                        code.Line($"{isa.Store($"{isa.Load(at)} + {(rest > 0 && v == vectors - 1 ? $"({product} & kept)" : product)}", at)};");
                    }

                    code.Line($"p += {Columns.Pitch};");
                    code.Line($"s += {Window.StrideX * Y.C};");
                }
            }
        }
    }

    /// <summary>Writes a row that no further row reaches, and clears its sums.</summary>
    private void EmitFinish(CodeWriter code, Isa isa, string method)
    {
        code.Line();
        code.Line("/// <summary>Writes a row of sums, with bias and activation, and clears them.</summary>");
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (code.Method($"private static void {method}Finish(float* sums, float* bias, float* y, float slope)"))
        {
            code.Line($"float* s = sums{(Window.PadX == 0 ? "" : $" + {Window.PadX * Y.C}")};");
            code.Line($"var zero = {isa.Zero};");
            int vectors = Y.Pitch / isa.Width;
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var b{v} = bias == null ? zero : {isa.Load(Walk.At("bias", v * isa.Width))};");
            }

            using (code.Braces("if (slope == 0f)"))
            {
                code.Line("// ReLU.");
                EmitPixels(code, isa, vectors, sum => isa.Max("zero", sum));
            }

            using (code.Braces("else"))
            {
                EmitPixels(code, isa, vectors, sum => $"{isa.Max("zero", sum)} + ({isa.Min("zero", sum)} * slope)");
            }

            code.Line();
            code.Line($"new global::System.Span<float>(sums, {_kernel.SumRow}).Clear();");
        }
    }

    private void EmitPixels(CodeWriter code, Isa isa, int vectors, Func<string, string> activation)
    {
        using (code.Braces($"for (int column = 0; column < {Y.W}; column++)"))
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var sum{v} = {isa.Load(Walk.At("s", v * isa.Width))} + b{v};");
                code.Line($"{isa.Store(activation($"sum{v}"), Walk.At("y", v * isa.Width))};");
            }

            code.Line($"s += {Y.C};");
            code.Line($"y += {Y.Pitch};");
        }
    }
}
