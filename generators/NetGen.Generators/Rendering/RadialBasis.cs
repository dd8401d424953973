using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Squared distances to centres. The centres lie with a row of units a feature, so that a vector holds units beside each other.</summary>
internal sealed class RadialBasisText(RadialBasisKernel kernel) : KernelText(kernel)
{
    private readonly RadialBasisKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    public override string Summary => $"Computes y = −Σ (x − centre)² over {X.C} features for {Y.C} units.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, Y.Pitch, 4, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var sum{v} = {isa.Zero};");
                }

                code.Line("float* centre = centres + channel;");
                using (code.Braces($"for (int feature = 0; feature < {X.C}; feature++)"))
                {
                    code.Line($"var value = {isa.Broadcast("x[feature]")};");
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var d{v} = value - {isa.Load(Walk.At("centre", v * isa.Width))};");
                        code.Line($"sum{v} = {isa.Fma($"d{v}", $"d{v}", $"sum{v}")};");
                    }

                    code.Line($"centre += {Y.Pitch};");
                }

                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store($"{isa.Zero} - sum{v}", Walk.At("y + channel", v * isa.Width)) + ";");
                }
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
        }
    }
}

/// <summary>The gradient by the centres.</summary>
internal sealed class RadialBasisWeightGradientText(RadialBasisWeightGradientKernel kernel) : KernelText(kernel)
{
    private readonly RadialBasisWeightGradientKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    public override string Summary => "Adds the gradient by each unit's centre, Σ 2 · dy · (x − centre) over the images, to a shard's sums.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces($"for (int feature = 0; feature < {X.C}; feature++)"))
        {
            Walk.ChannelBlocks(code, isa, Dy.Pitch, 4, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var centre{v} = {isa.Load(Walk.At("centres + channel", v * isa.Width))};");
                    code.Line($"var sum{v} = {isa.Zero};");
                }

                code.Line("float* from = x + feature;");
                code.Line("float* dyAt = dy + channel;");
                using (code.Braces("for (int image = 0; image < count; image++)"))
                {
                    code.Line($"var value = {isa.Broadcast("from[0]")};");
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"sum{v} = {isa.Fma(isa.Load(Walk.At("dyAt", v * isa.Width)), $"value - centre{v}", $"sum{v}")};");
                    }

                    code.Line($"from += {X.Image};");
                    code.Line($"dyAt += {Dy.Image};");
                }

                for (int v = 0; v < vectors; v++)
                {
                    string sums = Walk.At("sums + channel", v * isa.Width);
                    code.Line(isa.Store($"{isa.Load(sums)} + (sum{v} + sum{v})", sums) + ";");
                }
            });
            code.Line($"centres += {Dy.Pitch};");
            code.Line($"sums += {Dy.Pitch};");
        }
    }
}

/// <summary>The gradient by the input.</summary>
internal sealed class RadialBasisInputGradientText(RadialBasisInputGradientKernel kernel) : KernelText(kernel)
{
    private readonly RadialBasisInputGradientKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    public override string Summary => $"Computes dx = Σ 2 · dy · (centre − x) over {Dy.C} units.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, Dy.C);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("float* centre = centres;");
            using (code.Braces($"for (int feature = 0; feature < {X.C}; feature++)"))
            {
                code.Line($"var value = {isa.Broadcast("x[feature]")};");
                code.Line($"var total = {isa.Zero};");
                Lanes.Each(code, isa, Dy.C, masked =>
                    code.Line($"total = {isa.Fma(Lanes.Masked(isa, masked, isa.Load("dy + i"), isa.Zero), $"{isa.Load("centre + i")} - value", "total")};"));
                code.Line($"dx[feature] = 2f * {isa.Class}.Sum(total);");
                code.Line($"centre += {Dy.Pitch};");
            }

            code.Line($"x += {X.Image};");
            code.Line($"dy += {Dy.Image};");
            code.Line($"dx += {Dx.Image};");
        }
    }
}
