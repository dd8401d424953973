using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The mean of each channel over an image.</summary>
internal sealed record GlobalAvgPoolKernel(Plane X, Plane Y) : Kernel
{
    public override string Name => $"GlobalAvgPool_{X.Key}" + (Y.Contiguous ? "" : $"_{Y.Key}");

    public override string Summary => $"Averages each channel over {X.H} × {X.W} pixels.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
            {
                int unroll = Walk.Unroll(X, vectors);
                var registers = Walk.Registers(isa, X, vectors, unroll).ToList();
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                }

                code.Line("float* at = x + channel;");
                Walk.Pixels(code, null, new[] { new Walker("at", X) }, unroll, () =>
                {
                    foreach (var r in registers)
                    {
                        code.Line($"sum{r.Register} += {isa.Load(Walk.At("at", r.Offset))};");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store(
                        $"({Walk.Fold("sum", v, vectors, unroll)}) * {isa.Broadcast($"1f / {X.H * X.W}f")}",
                        Walk.At("y + channel", v * isa.Width)) + ";");
                }
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
        }
    }
}

/// <summary>The gradient of the mean over an image: the same for every pixel.</summary>
internal sealed record GlobalAvgPoolGradientKernel(Plane Dy, Plane Dx) : Kernel
{
    public override string Name => $"GlobalAvgPoolGradient_{Dx.Key}" + (Dy.Contiguous ? "" : $"_{Dy.Key}");

    public override string Summary => $"Spreads each channel's gradient evenly over {Dx.H} × {Dx.W} pixels.";

    public override EquatableArray<string> Parameters => new[] { "float* dy", "float* dx", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, Dx.Pitch, 4, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var share{v} = {isa.Load(Walk.At("dy + channel", v * isa.Width))} * {isa.Broadcast($"1f / {Dx.H * Dx.W}f")};");
                }

                code.Line("float* to = dx + channel;");
                Walk.Pixels(code, null, new[] { new Walker("to", Dx) }, 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line(isa.Store($"share{v}", Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            code.Line($"dy += {Dy.Image};");
            code.Line($"dx += {Dx.Image};");
        }
    }
}
