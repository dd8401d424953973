using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The mean of each channel over an image.</summary>
internal sealed class GlobalAvgPoolText(GlobalAvgPoolKernel kernel) : GlobalPoolText(kernel)
{
    public override string Summary => $"Averages each channel over {Images}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        string share = $"float share = 1f / {PixelCount};";
        if (!HasLengths)
        {
            code.Line(share);
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (HasLengths)
            {
                EmitLength(code);
                code.Line(share);
            }

            SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
            {
                int unroll = SizedWalk.Unroll(vectors);
                foreach (var r in SizedWalk.Registers(vectors, unroll))
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                }

                code.Line("float* at = x + channel;");
                Pixels(code, null, new[] { new Cursor("at", "x") }, unroll, pixels =>
                {
                    foreach (var r in SizedWalk.Registers(vectors, pixels))
                    {
                        code.Line($"sum{r.Register} += {isa.Load(SizedWalk.At("at", r.Pixel, r.Vector, isa))};");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store($"({Walk.Fold("sum", v, vectors, unroll)}) * {isa.Broadcast("share")}", Walk.At("y + channel", v * isa.Width)) + ";");
                }
            });
            EmitNext(code, "x", "y");
        }
    }
}

/// <summary>The gradient of the mean over an image: the same for every pixel.</summary>
internal sealed class GlobalAvgPoolGradientText(GlobalAvgPoolGradientKernel kernel) : GlobalPoolText(kernel)
{
    public override string Summary => $"Spreads each channel's gradient evenly over {Images}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        string share = $"var share = {isa.Broadcast($"1f / {PixelCount}")};";
        if (!HasLengths)
        {
            code.Line(share);
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (HasLengths)
            {
                EmitLength(code);
                code.Line(share);
            }

            SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var share{v} = {isa.Load(Walk.At("dy + channel", v * isa.Width))} * share;");
                }

                code.Line("float* to = dx + channel;");
                Pixels(code, null, new[] { new Cursor("to", "dx") }, 1, _ =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line(isa.Store($"share{v}", Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            EmitPadding(code, "dx");
            EmitNext(code, "dy", "dx");
        }
    }
}
