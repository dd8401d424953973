using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The largest value of each channel over an image; not a number where one of them is not.</summary>
internal sealed record GlobalMaxPoolKernel(Plane X, Plane Y) : Kernel
{
    public override string Name => $"GlobalMaxPool_{X.Key}_to_{Y.Key}";

    public override string Summary => $"Takes the largest of each channel's {X.H} × {X.W} values.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var best{v} = {isa.Broadcast("float.NegativeInfinity")};");
                    code.Line($"var odd{v} = {isa.Zero};");
                }

                code.Line("float* at = x + channel;");
                Walk.Pixels(code, null, new[] { new Walker("at", X) }, 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var v{v} = {isa.Load(Walk.At("at", v * isa.Width))};");
                        code.Line($"best{v} = {isa.Max($"v{v}", $"best{v}")};");
                        code.Line($"odd{v} |= global::NetGen.Runtime.VectorMath.Unordered(v{v}, v{v});");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store($"{isa.Class}.ConditionalSelect(odd{v}, {isa.Broadcast("float.NaN")}, best{v})", Walk.At("y + channel", v * isa.Width)) + ";");
                }
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
        }
    }
}

/// <summary>The gradient of the maximum over an image: it goes to the first pixel that holds it, or to the last that is not a number, as PyTorch's <c>AdaptiveMaxPool2d(1)</c> has it.</summary>
internal sealed record GlobalMaxPoolGradientKernel(Plane X, Plane Y, Plane Dy, Plane Dx) : Kernel
{
    public override string Name => $"GlobalMaxPoolGradient_{X.Key}_to_{Y.Key}_by_{Dy.Key}_to_{Dx.Key}";

    public override string Summary => "Hands each channel's gradient to the first pixel that holds the channel's largest value.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "float* dy", "float* dx", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
            {
                code.Line("// What nobody has taken yet: the first pixel that holds the largest value takes all.");
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var largest{v} = {isa.Load(Walk.At("y + channel", v * isa.Width))};");
                    code.Line($"var rest{v} = {isa.Load(Walk.At("dy + channel", v * isa.Width))};");
                }

                code.Line("float* from = x + channel;");
                code.Line("float* to = dx + channel;");
                Walk.Pixels(code, null, new[] { new Walker("from", X), new Walker("to", Dx) }, 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var hit{v} = {isa.Class}.Equals({isa.Load(Walk.At("from", v * isa.Width))}, largest{v});");
                        code.Line(isa.Store($"{isa.Class}.ConditionalSelect(hit{v}, rest{v}, {isa.Zero})", Walk.At("to", v * isa.Width)) + ";");
                        code.Line($"rest{v} = {isa.Class}.ConditionalSelect(hit{v}, {isa.Zero}, rest{v});");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    using (code.Block($"if (!{isa.Class}.EqualsAll(largest{v}, largest{v}))"))
                    {
                        code.Line($"{method}NotANumber({Walk.At("x + channel", v * isa.Width)}, {Walk.At("dx + channel", v * isa.Width)}, rest{v});");
                    }
                }
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
            code.Line($"dy += {Dy.Image};");
            code.Line($"dx += {Dx.Image};");
        }

        EmitNotANumber(helpers, isa, method);
    }

    private void EmitNotANumber(CodeWriter code, Isa isa, string method)
    {
        code.Line("// Nothing equals what is not a number: the last such pixel takes the gradient that nobody has taken.");
        using (code.Method($"private static void {method}NotANumber(float* x, float* dx, {isa.Vector} rest)"))
        using (code.Block($"for (int row = {X.H - 1}; row >= 0; row--)"))
        using (code.Block($"for (int column = {X.W - 1}; column >= 0; column--)"))
        {
            code.Line($"var v = {isa.Load($"x + (row * {X.Row}) + (column * {X.Pitch})")};");
            code.Line("var odd = global::NetGen.Runtime.VectorMath.Unordered(v, v);");
            string place = $"dx + (row * {Dx.Row}) + (column * {Dx.Pitch})";
            code.Line(isa.Store($"{isa.Class}.ConditionalSelect(odd, rest, {isa.Load(place)})", place) + ";");
            code.Line($"rest = {isa.Class}.ConditionalSelect(odd, {isa.Zero}, rest);");
        }
    }
}
