using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>What both directions of adaptive pooling share: where the windows lie, by PyTorch's rule.</summary>
internal abstract record AdaptiveAvgPoolWalk(Plane X, Plane Y) : Kernel
{
    protected string Key => $"{X.Key}_to_{Y.Key}";

    /// <summary>Whether the windows share no pixel; they always cover the image.</summary>
    protected bool Disjoint => X.H % Y.H == 0 && X.W % Y.W == 0;

    /// <summary>Loops over the windows of an image: inside, <c>top</c>, <c>bottom</c>, <c>left</c> and <c>right</c> bound the one at <c>row</c> and <c>column</c>.</summary>
    protected void EmitWindows(CodeWriter code, Isa isa, Action body)
    {
        using (code.Block($"for (int row = 0; row < {Y.H}; row++)"))
        {
            code.Line($"int top = {Start("row", X.H, Y.H)};");
            code.Line($"int bottom = {End("row", X.H, Y.H)};");
            using (code.Block($"for (int column = 0; column < {Y.W}; column++)"))
            {
                code.Line($"int left = {Start("column", X.W, Y.W)};");
                code.Line($"int right = {End("column", X.W, Y.W)};");
                code.Line($"var share = {isa.Broadcast("1f / ((bottom - top) * (right - left))")};");
                body();
            }
        }
    }

    private static string Start(string place, int size, int windows) =>
        size % windows == 0 ? $"{place} * {size / windows}" : $"(int)({place} * {size}L / {windows})";

    private static string End(string place, int size, int windows) =>
        size % windows == 0 ? $"({place} + 1) * {size / windows}" : $"(int)((((({place} + 1) * {size}L) - 1) / {windows}) + 1)";
}

/// <summary>The mean of each window.</summary>
internal sealed record AdaptiveAvgPoolKernel(Plane X, Plane Y) : AdaptiveAvgPoolWalk(X, Y)
{
    public override string Name => $"AdaptiveAvgPool_{Key}";

    public override string Summary => $"Averages {X.H} × {X.W} pixels to {Y.H} × {Y.W}.";

    public override EquatableArray<string> Parameters => new[] { "float* input", "float* output", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            EmitWindows(code, isa, () =>
            {
                code.Line($"float* to = output + (row * {Y.Row}) + (column * {Y.Pitch});");
                using (code.Block($"for (int channel = 0; channel < {X.Pitch}; channel += {isa.Width})"))
                {
                    code.Line($"var sum = {isa.Zero};");
                    using (code.Block("for (int y = top; y < bottom; y++)"))
                    using (code.Block("for (int x = left; x < right; x++)"))
                    {
                        code.Line($"sum += {isa.Load($"input + channel + (y * {X.Row}) + (x * {X.Pitch})")};");
                    }

                    code.Line(isa.Store("sum * share", "to + channel") + ";");
                }
            });
            code.Line($"input += {X.Image};");
            code.Line($"output += {Y.Image};");
        }
    }
}

/// <summary>The gradient of adaptive pooling: each window's is shared out among its places.</summary>
internal sealed record AdaptiveAvgPoolGradientKernel(Plane Dy, Plane Dx) : AdaptiveAvgPoolWalk(Dx, Dy)
{
    public override string Name => $"AdaptiveAvgPoolGradient_{Key}";

    public override string Summary => "Shares each output's gradient out among the places of its window.";

    public override EquatableArray<string> Parameters => new[] { "float* gradient", "float* result", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            if (!Disjoint)
            {
                Clear.Emit(code, "result", Dx);
            }

            EmitWindows(code, isa, () =>
            {
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
            });
            code.Line($"gradient += {Dy.Image};");
            code.Line($"result += {Dx.Image};");
        }
    }
}
