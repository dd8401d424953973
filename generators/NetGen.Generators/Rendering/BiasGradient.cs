using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The gradient by a bias: the output's gradient summed over pixels and images, added to the shard's sums.</summary>
internal sealed class BiasGradientText(BiasGradientKernel kernel) : PixelText(kernel)
{
    public override string Summary => "Adds the gradient by the bias, dy summed over pixels, to the shard's sums.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
        {
            // Four chains hide the addition's latency.
            int unroll = SizedWalk.Unroll(vectors);
            foreach (var r in SizedWalk.Registers(vectors, unroll))
            {
                code.Line($"var sum{r.Register} = {(r.Pixel == 0 ? isa.Load(Walk.At("db + channel", r.Vector * isa.Width)) : isa.Zero)};");
            }

            code.Line("float* at = dy + channel;");
            Pixels(code, "count", new[] { new Cursor("at", "dy") }, unroll, pixels =>
            {
                foreach (var r in SizedWalk.Registers(vectors, pixels))
                {
                    code.Line($"sum{r.Register} += {isa.Load(SizedWalk.At("at", r.Pixel, r.Vector, isa))};");
                }
            });
            for (int v = 0; v < vectors; v++)
            {
                code.Line(isa.Store(Walk.Fold("sum", v, vectors, unroll), Walk.At("db + channel", v * isa.Width)) + ";");
            }
        });
}
