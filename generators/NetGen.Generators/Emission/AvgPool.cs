using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>What both directions of average pooling share: how many places a window divides by.</summary>
internal abstract record AvgPoolWalk(Plane X, Plane Y, Window Window, bool CountIncludePad) : Kernel
{
    protected string Key => $"{Window.KernelY}x{Window.KernelX}s{Window.StrideY}{(Window.StrideX == Window.StrideY ? "" : "_" + Window.StrideX)}"
        + $"p{Window.PadY}{(Window.PadX == Window.PadY ? "" : "_" + Window.PadX)}{(CountIncludePad ? "" : "x")}_{X.Key}_to_{Y.Key}";

    /// <summary>Whether no window leaves the image.</summary>
    protected bool Inside => Window.PadY == 0 && Window.PadX == 0
        && ((Y.H - 1) * Window.StrideY) + Window.KernelY <= X.H && ((Y.W - 1) * Window.StrideX) + Window.KernelX <= X.W;

    /// <summary>Declares <c>share</c>, one over the places that count for the window at <c>row</c> and <c>column</c>.</summary>
    protected void EmitRows(CodeWriter code)
    {
        if (!Inside)
        {
            code.Line($"int rows = {Counted("row", Window.StrideY, Window.KernelY, Window.PadY, X.H)};");
        }
    }

    protected void EmitShare(CodeWriter code, Isa isa)
    {
        if (Inside)
        {
            code.Line($"var share = {isa.Broadcast($"1f / {Window.KernelY * Window.KernelX}f")};");
            return;
        }

        code.Line($"int columns = {Counted("column", Window.StrideX, Window.KernelX, Window.PadX, X.W)};");
        code.Line($"var share = {isa.Broadcast("1f / (rows * columns)")};");
    }

    // As PyTorch counts: padding counts where the layer says so, but never what ceil mode adds past it.
    private string Counted(string place, int stride, int kernel, int pad, int size)
    {
        string start = $"({place} * {stride})" + (pad == 0 ? "" : $" - {pad}");
        string end = $"global::System.Math.Min({start} + {kernel}, {(CountIncludePad ? size + pad : size)})";
        return CountIncludePad || pad == 0 ? $"{end} - ({start})" : $"{end} - global::System.Math.Max({start}, 0)";
    }
}

/// <summary>The mean of each window; the input's border of zeros stands for the padding.</summary>
internal sealed record AvgPoolKernel(Plane X, Plane Y, Window Window, bool CountIncludePad) : AvgPoolWalk(X, Y, Window, CountIncludePad)
{
    public override string Name => $"AvgPool_{Key}";

    public override string Summary => $"Averages {Window.KernelY} × {Window.KernelX} values.";

    public override EquatableArray<string> Parameters => new[] { "float* input", "float* output", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            using (code.Block($"for (int row = 0; row < {Y.H}; row++)"))
            {
                EmitRows(code);
                using (code.Block($"for (int column = 0; column < {Y.W}; column++)"))
                {
                    EmitShare(code, isa);
                    string start = Walk.At(
                        $"input + (row * {Window.StrideY * X.Row}) + (column * {Window.StrideX * X.Pitch})",
                        -((Window.PadY * X.Row) + (Window.PadX * X.Pitch)));
                    code.Line($"float* from = {start};");
                    code.Line($"float* to = output + (row * {Y.Row}) + (column * {Y.Pitch});");
                    using (code.Block($"for (int channel = 0; channel < {X.Pitch}; channel += {isa.Width})"))
                    {
                        code.Line($"var sum = {isa.Zero};");
                        if (Window.KernelY * Window.KernelX <= 25)
                        {
                            for (int y = 0; y < Window.KernelY; y++)
                            {
                                for (int x = 0; x < Window.KernelX; x++)
                                {
                                    code.Line($"sum += {isa.Load(Walk.At("from + channel", (y * X.Row) + (x * X.Pitch)))};");
                                }
                            }
                        }
                        else
                        {
                            using (code.Block($"for (int y = 0; y < {Window.KernelY}; y++)"))
                            using (code.Block($"for (int x = 0; x < {Window.KernelX}; x++)"))
                            {
                                code.Line($"sum += {isa.Load($"from + channel + (y * {X.Row}) + (x * {X.Pitch})")};");
                            }
                        }

                        code.Line(isa.Store("sum * share", "to + channel") + ";");
                    }
                }
            }

            code.Line($"input += {X.Image};");
            code.Line($"output += {Y.Image};");
        }
    }
}

/// <summary>The gradient of average pooling: each window's is shared out among its places.</summary>
internal sealed record AvgPoolGradientKernel(Plane Dy, Plane Dx, Window Window, bool CountIncludePad) : AvgPoolWalk(Dx, Dy, Window, CountIncludePad)
{
    public override string Name => $"AvgPoolGradient_{Key}";

    public override string Summary => "Shares each output's gradient out among the places of its window.";

    public override EquatableArray<string> Parameters => new[] { "float* gradient", "float* result", "int count" };

    /// <summary>Whether every pixel lies in at most one window, so that gradients need no sum.</summary>
    private bool Disjoint => Inside && Window.KernelY <= Window.StrideY && Window.KernelX <= Window.StrideX;

    private bool Covers => Window.KernelY == Window.StrideY && Window.KernelX == Window.StrideX && Y.H * Window.StrideY == X.H && Y.W * Window.StrideX == X.W;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            if (!Disjoint || !Covers)
            {
                Clear.Emit(code, "result", Dx);
            }

            using (code.Block($"for (int row = 0; row < {Dy.H}; row++)"))
            {
                EmitRows(code);
                code.Line($"int top = {Limit("row", Window.StrideY, Window.PadY, 0, 0)};");
                code.Line($"int bottom = {Limit("row", Window.StrideY, Window.PadY, Window.KernelY, Dx.H)};");
                using (code.Block($"for (int column = 0; column < {Dy.W}; column++)"))
                {
                    EmitShare(code, isa);
                    code.Line($"int left = {Limit("column", Window.StrideX, Window.PadX, 0, 0)};");
                    code.Line($"int right = {Limit("column", Window.StrideX, Window.PadX, Window.KernelX, Dx.W)};");
                    code.Line($"float* given = gradient + (row * {Dy.Row}) + (column * {Dy.Pitch});");
                    using (code.Block($"for (int channel = 0; channel < {Dx.Pitch}; channel += {isa.Width})"))
                    {
                        code.Line($"var part = {isa.Load("given + channel")} * share;");
                        using (code.Block("for (int y = top; y < bottom; y++)"))
                        using (code.Block("for (int x = left; x < right; x++)"))
                        {
                            code.Line($"float* to = result + channel + (y * {Dx.Row}) + (x * {Dx.Pitch});");
                            code.Line(isa.Store(Disjoint ? "part" : $"{isa.Load("to")} + part", "to") + ";");
                        }
                    }
                }
            }

            code.Line($"gradient += {Dy.Image};");
            code.Line($"result += {Dx.Image};");
        }
    }

    private string Limit(string place, int stride, int pad, int kernel, int size)
    {
        string at = $"({place} * {stride})" + (kernel == pad ? "" : kernel > pad ? $" + {kernel - pad}" : $" - {pad - kernel}");
        return Inside ? at : $"global::System.Math.{(kernel == 0 ? "Max" : "Min")}({at}, {size})";
    }
}
