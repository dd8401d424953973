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
                }

                code.Line("float* at = x + channel;");
                Walk.Pixels(code, null, new[] { new Walker("at", X) }, 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"best{v} = {isa.MaxOrNaN(isa.Load(Walk.At("at", v * isa.Width)), $"best{v}")};");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store($"best{v}", Walk.At("y + channel", v * isa.Width)) + ";");
                }
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
        }
    }
}

/// <summary>The gradient of the maximum over an image: it goes to the first pixel that holds it.</summary>
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
                        code.Line($"var value{v} = {isa.Load(Walk.At("from", v * isa.Width))};");
                        code.Line($"var hit{v} = {isa.Class}.Equals(value{v}, largest{v}) | ~{isa.Class}.Equals(value{v}, value{v});");
                        code.Line(isa.Store($"{isa.Class}.ConditionalSelect(hit{v}, rest{v}, {isa.Zero})", Walk.At("to", v * isa.Width)) + ";");
                        code.Line($"rest{v} = {isa.Class}.ConditionalSelect(hit{v}, {isa.Zero}, rest{v});");
                    }
                });
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
            code.Line($"dy += {Dy.Image};");
            code.Line($"dx += {Dx.Image};");
        }
    }
}
