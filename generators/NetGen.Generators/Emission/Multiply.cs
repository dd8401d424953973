using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Multiplies values; a vector among images counts for every pixel.</summary>
internal sealed record MultiplyKernel(EquatableArray<Plane> Inputs, Plane Y) : Kernel
{
    public override string Name => $"Multiply_{string.Join("_", Inputs.Select(p => p.Key))}_to_{Y.Key}";

    public override string Summary => $"Multiplies {Inputs.Count} values; a vector counts for every pixel.";

    public override EquatableArray<string> Parameters =>
        Enumerable.Range(0, Inputs.Count).Select(i => $"float* x{i}").Concat(["float* y", "int count"]).ToEquatableArray();

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, Y.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                List<Walker> walkers = Factors.Enter(code, isa, Inputs, "x", Y, vectors);
                walkers.Add(new Walker("to", Y));
                code.Line("float* to = y + channel;");
                Walk.Pixels(code, null, walkers.ToEquatableArray(), 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line(isa.Store(Factors.Product(isa, Inputs, "x", Y, v), Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            for (int i = 0; i < Inputs.Count; i++)
            {
                code.Line($"x{i} += {Inputs[i].Image};");
            }

            code.Line($"y += {Y.Image};");
        }
    }
}

/// <summary>The gradient by one factor: the other factors' product, summed over the pixels where the factor is a vector among images.</summary>
internal sealed record MultiplyGradientKernel(EquatableArray<Plane> Others, Plane Dy, Plane Dx) : Kernel
{
    public override string Name => $"MultiplyGradient_{string.Join("_", Others.Select(p => p.Key))}_by_{Dy.Key}_to_{Dx.Key}";

    public override string Summary => "Multiplies the gradient by the other factors" + (Summed ? " and sums it over the pixels." : ".");

    public override EquatableArray<string> Parameters =>
        Enumerable.Range(0, Others.Count).Select(i => $"float* x{i}").Concat(["float* dy", "float* dx", "int count"]).ToEquatableArray();

    private bool Summed => Dx.IsVector && !Dy.IsVector;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, Dy.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                List<Walker> walkers = Factors.Enter(code, isa, Others, "x", Dy, vectors);
                walkers.Add(new Walker("dyAt", Dy));
                code.Line("float* dyAt = dy + channel;");
                if (Summed)
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var sum{v} = {isa.Zero};");
                    }
                }
                else
                {
                    walkers.Add(new Walker("to", Dx));
                    code.Line("float* to = dx + channel;");
                }

                Walk.Pixels(code, null, walkers.ToEquatableArray(), 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        string product = $"{isa.Load(Walk.At("dyAt", v * isa.Width))} * {Factors.Product(isa, Others, "x", Dy, v)}";
                        code.Line(Summed ? $"sum{v} += {product};" : isa.Store(product, Walk.At("to", v * isa.Width)) + ";");
                    }
                });
                for (int v = 0; v < vectors && Summed; v++)
                {
                    code.Line(isa.Store($"sum{v}", Walk.At("dx + channel", v * isa.Width)) + ";");
                }
            });
            for (int i = 0; i < Others.Count; i++)
            {
                code.Line($"x{i} += {Others[i].Image};");
            }

            code.Line($"dy += {Dy.Image};");
            code.Line($"dx += {Dx.Image};");
        }
    }
}

/// <summary>Factors of a product: images move pixel by pixel, vectors among images stay in registers.</summary>
internal static class Factors
{
    public static List<Walker> Enter(CodeWriter code, Isa isa, EquatableArray<Plane> planes, string name, Plane result, int vectors)
    {
        List<Walker> walkers = [];
        for (int i = 0; i < planes.Count; i++)
        {
            if (Stays(planes[i], result))
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var {name}{i}_{v} = {isa.Load(Walk.At($"{name}{i} + channel", v * isa.Width))};");
                }
            }
            else
            {
                code.Line($"float* {name}{i}At = {name}{i} + channel;");
                walkers.Add(new Walker($"{name}{i}At", planes[i]));
            }
        }

        return walkers;
    }

    public static string Product(Isa isa, EquatableArray<Plane> planes, string name, Plane result, int vector) =>
        string.Join(" * ", planes.Select((p, i) => Stays(p, result) ? $"{name}{i}_{vector}" : isa.Load(Walk.At($"{name}{i}At", vector * isa.Width))));

    private static bool Stays(Plane plane, Plane result) => plane.IsVector && !result.IsVector;
}
