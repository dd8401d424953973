using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>PReLU.</summary>
internal sealed class PReLUText(PReLUKernel kernel) : PixelText(kernel)
{
    public override string Summary => "Computes y = x where x > 0, else slope · x, with a slope a channel.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var slope{v} = {isa.Load(Walk.At("slopes + channel", v * isa.Width))};");
            }

            code.Line("float* from = x + channel;");
            code.Line("float* to = y + channel;");
            Pixels(code, "count", new[] { new Cursor("from", "x"), new Cursor("to", "y") }, 1, _ =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var v{v} = {isa.Load(Walk.At("from", v * isa.Width))};");
                    code.Line(isa.Store($"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(v{v}, {isa.Zero}), v{v}, v{v} * slope{v})", Walk.At("to", v * isa.Width)) + ";");
                }
            });
        });
}

/// <summary>PReLU's gradient by its input.</summary>
internal sealed class PReLUGradientText(PReLUGradientKernel kernel) : PixelText(kernel)
{
    public override string Summary => "Computes dx = dy where x > 0, else slope · dy, with a slope a channel.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var slope{v} = {isa.Load(Walk.At("slopes + channel", v * isa.Width))};");
            }

            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            code.Line("float* to = dx + channel;");
            Pixels(code, "count", new[] { new Cursor("xAt", "x"), new Cursor("dyAt", "dy"), new Cursor("to", "dx") }, 1, _ =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var d{v} = {isa.Load(Walk.At("dyAt", v * isa.Width))};");
                    string positive = $"{isa.Class}.GreaterThan({isa.Load(Walk.At("xAt", v * isa.Width))}, {isa.Zero})";
                    code.Line(isa.Store($"{isa.Class}.ConditionalSelect({positive}, d{v}, d{v} * slope{v})", Walk.At("to", v * isa.Width)) + ";");
                }
            });
        });
}

/// <summary>PReLU's gradient by its slopes.</summary>
internal sealed class PReLUWeightGradientText(PReLUWeightGradientKernel kernel) : PixelText(kernel)
{
    public override string Summary => "Adds the gradient by each channel's slope, Σ dy · x over x ≤ 0, to a shard's sums, image by image.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
        {
            int unroll = SizedWalk.Unroll(vectors);
            var registers = SizedWalk.Registers(vectors, unroll).ToList();
            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            using (code.Braces("for (int image = 0; image < count; image++)"))
            {
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                }

                Pixels(code, null, new[] { new Cursor("xAt", "x"), new Cursor("dyAt", "dy") }, unroll, pixels =>
                {
                    foreach (var r in SizedWalk.Registers(vectors, pixels))
                    {
                        // A product that is not asked for must not be taken: 0 · ∞ is not a number.
                        code.Line($"var x{r.Register} = {isa.Load(SizedWalk.At("xAt", r.Pixel, r.Vector, isa))};");
                        code.Line($"sum{r.Register} += {isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(x{r.Register}, {isa.Zero}), {isa.Zero}, x{r.Register} * {isa.Load(SizedWalk.At("dyAt", r.Pixel, r.Vector, isa))});");
                    }
                });

                for (int v = 0; v < vectors; v++)
                {
                    string sums = Walk.At("sums + channel", v * isa.Width);
                    code.Line(isa.Store($"{isa.Load(sums)} + {Walk.Fold("sum", v, vectors, unroll)}", sums) + ";");
                }
            }
        });
}
