using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>PReLU.</summary>
internal sealed record PReLUKernel(Plane X, Plane Y) : Kernel
{
    public override string Name => $"PReLU_{NamePart.Of(X, Y)}";

    public override string Summary => "Computes y = x where x > 0, else slope · x, with a slope a channel.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "float* slopes", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var slope{v} = {isa.Load(Walk.At("slopes + channel", v * isa.Width))};");
            }

            code.Line("float* from = x + channel;");
            code.Line("float* to = y + channel;");
            Walk.Pixels(code, "count", new[] { new Walker("from", X), new Walker("to", Y) }, 1, () =>
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
internal sealed record PReLUGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel
{
    public override string Name => $"PReLUGradient_{NamePart.Of(X, Dy, Dx)}";

    public override string Summary => "Computes dx = dy where x > 0, else slope · dy, with a slope a channel.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* dx", "float* slopes", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var slope{v} = {isa.Load(Walk.At("slopes + channel", v * isa.Width))};");
            }

            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            code.Line("float* to = dx + channel;");
            Walk.Pixels(code, "count", new[] { new Walker("xAt", X), new Walker("dyAt", Dy), new Walker("to", Dx) }, 1, () =>
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
internal sealed record PReLUWeightGradientKernel(Plane X, Plane Dy) : Kernel
{
    public override string Name => $"PReLUWeightGradient_{NamePart.Of(X, Dy)}";

    public override string Summary => "Adds the gradient by each channel's slope, Σ dy · x over x ≤ 0, to a lane's sums, image by image.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* sums", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
        {
            int unroll = X.Contiguous == Dy.Contiguous ? Walk.Unroll(X, vectors) : 1;
            var registers = Walk.Registers(isa, X, vectors, unroll).ToList();
            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            using (code.Block("for (int image = 0; image < count; image++)"))
            {
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                }

                Walk.Pixels(code, null, new[] { new Walker("xAt", X), new Walker("dyAt", Dy) }, unroll, () =>
                {
                    foreach (var r in registers)
                    {
                        // A product that is not asked for must not be taken: 0 · ∞ is not a number.
                        code.Line($"var x{r.Register} = {isa.Load(Walk.At("xAt", r.Offset))};");
                        code.Line($"sum{r.Register} += {isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(x{r.Register}, {isa.Zero}), {isa.Zero}, x{r.Register} * {isa.Load(Walk.At("dyAt", r.Offset))});");
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
