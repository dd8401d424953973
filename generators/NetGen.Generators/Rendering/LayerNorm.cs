using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Layer norm keeps two numbers an image, and its loops go over values and parameters together.</summary>
internal static class LayerNormMoments
{
    /// <summary>Loops over an image's rows, pixels and vectors; <paramref name="start"/> and <paramref name="end"/> frame a row. The walkers' pointers then stand at the next image.</summary>
    public static void Each(CodeWriter code, Isa isa, EquatableArray<Walker> walkers, Action start, Action<bool> body, Action end)
    {
        Plane first = walkers[0].Plane;
        using (code.Braces($"for (int row = 0; row < {first.H}; row++)"))
        {
            start();
            using (code.Braces($"for (int column = 0; column < {first.W}; column++)"))
            {
                Lanes.Each(code, isa, first.C, body);
                Advance(code, walkers, p => p.Pitch);
            }

            end();
            Advance(code, walkers, p => p.Row - (p.W * p.Pitch));
        }

        Advance(code, walkers, p => p.Image - (p.H * p.Row));
    }

    private static void Advance(CodeWriter code, EquatableArray<Walker> walkers, Func<Plane, int> step)
    {
        foreach (Walker walker in walkers)
        {
            if (step(walker.Plane) != 0)
            {
                code.Line($"{walker.Pointer} += {step(walker.Plane)};");
            }
        }
    }
}

/// <summary>Normalises over all values of an image.</summary>
internal sealed class LayerNormText(LayerNormKernel kernel) : KernelText(kernel)
{
    private readonly LayerNormKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private float Epsilon => _kernel.Epsilon;

    public override string Summary => "Computes y = (x − mean) / √(variance + ε) · γ + β with mean and variance over an image. They are found in two passes, so that nothing cancels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Plane inner = X with { HaloY = 0, HaloX = 0 };
        long values = (long)X.C * X.H * X.W;
        Lanes.DeclareMask(code, isa, X.C);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            Sum(code, isa, "sum", () => isa.Load("at + i"));
            code.Line($"float average = (float)(sum / {values});");
            code.Line($"var mean = {isa.Broadcast("average")};");
            code.Line();
            Sum(code, isa, "squares", () =>
            {
                code.Line($"var d = {isa.Load("at + i")} - mean;");
                return "d * d";
            });
            code.Line($"float inverse = (float)(1.0 / global::System.Math.Sqrt((squares / {values}) + {Literals.Of(Epsilon)}));");
            code.Line("moments[0] = average;");
            code.Line("moments[1] = inverse;");
            code.Line();
            code.Line($"var scale = {isa.Broadcast("inverse")};");
            code.Line("float* gamma = weight;");
            code.Line("float* beta = bias;");
            Walk.Pixels(code, null, new[] { new Walker("x", X), new Walker("y", Y), new Walker("gamma", inner), new Walker("beta", inner) }, 1, () =>
                Lanes.Each(code, isa, X.C, _ => code.Line(
                    isa.Store(isa.Fma($"({isa.Load("x + i")} - mean) * scale", isa.Load("gamma + i"), isa.Load("beta + i")), "y + i") + ";")));
            code.Line($"moments += {NormMoments.OfLayer.Image};");
        }
    }

    /// <summary>Sums over an image, each row in floats and the rows in doubles.</summary>
    private void Sum(CodeWriter code, Isa isa, string name, Func<string> value)
    {
        code.Line($"double {name} = 0;");
        using (code.Braces("// Each row is summed in floats, the rows in doubles."))
        {
            code.Line("float* at = x;");
            LayerNormMoments.Each(
                code,
                isa,
                new[] { new Walker("at", X) },
                () => code.Line($"var total = {isa.Zero};"),
                masked =>
                {
                    // It may write lines of its own first.
                    string summand = value();
                    code.Line($"total += {Lanes.Masked(isa, masked, summand, isa.Zero)};");
                },
                () => code.Line($"{name} += {isa.Class}.Sum(total);"));
        }
    }
}

/// <summary>Layer norm's gradients by its parameters.</summary>
internal sealed class LayerNormSumsText(LayerNormSumsKernel kernel) : KernelText(kernel)
{
    private readonly LayerNormSumsKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    public override string Summary => "Adds dy and dy · x̂ of each value to a shard's sums, which are the gradients by β and γ.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Plane inner = X with { HaloY = 0, HaloX = 0 };
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"var mean = {isa.Broadcast("moments[0]")};");
            code.Line($"var scale = {isa.Broadcast("moments[1]")};");
            code.Line("float* product = products;");
            code.Line("float* sum = sums;");
            Walk.Pixels(code, null, new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("product", inner), new Walker("sum", inner) }, 1, () =>
                Lanes.Each(code, isa, X.C, _ =>
                {
                    code.Line($"var d = {isa.Load("dy + i")};");
                    code.Line(isa.Store($"{isa.Load("sum + i")} + d", "sum + i") + ";");
                    code.Line(isa.Store(isa.Fma("d", $"({isa.Load("x + i")} - mean) * scale", isa.Load("product + i")), "product + i") + ";");
                }));
            code.Line($"moments += {NormMoments.OfLayer.Image};");
        }
    }
}

/// <summary>Layer norm's gradient by its input.</summary>
internal sealed class LayerNormGradientText(LayerNormGradientKernel kernel) : KernelText(kernel)
{
    private readonly LayerNormGradientKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    public override string Summary => "Computes dx = (γ · dy − mean(γ · dy) − x̂ · mean(γ · dy · x̂)) / √(variance + ε), with the means over an image.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Plane inner = X with { HaloY = 0, HaloX = 0 };
        long values = (long)X.C * X.H * X.W;
        Lanes.DeclareMask(code, isa, X.C);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"var mean = {isa.Broadcast("moments[0]")};");
            code.Line($"var inverse = {isa.Broadcast("moments[1]")};");
            code.Line("double sum = 0;");
            code.Line("double product = 0;");
            using (code.Braces("// The sums of γ · dy and of γ · dy · (x − mean), each row in floats, the rows in doubles."))
            {
                code.Line("float* xAt = x;");
                code.Line("float* dyAt = dy;");
                code.Line("float* gamma = weight;");
                LayerNormMoments.Each(
                    code,
                    isa,
                    new[] { new Walker("xAt", X), new Walker("dyAt", Dy), new Walker("gamma", inner) },
                    () =>
                    {
                        code.Line($"var sums = {isa.Zero};");
                        code.Line($"var products = {isa.Zero};");
                    },
                    masked =>
                    {
                        code.Line($"var d = {isa.Load("dyAt + i")} * {isa.Load("gamma + i")};");
                        code.Line($"var p = d * ({isa.Load("xAt + i")} - mean);");
                        code.Line($"sums += {Lanes.Masked(isa, masked, "d", isa.Zero)};");
                        code.Line($"products += {Lanes.Masked(isa, masked, "p", isa.Zero)};");
                    },
                    () =>
                    {
                        code.Line($"sum += {isa.Class}.Sum(sums);");
                        code.Line($"product += {isa.Class}.Sum(products);");
                    });
            }

            code.Line();
            code.Line("// dx = dy · γ / σ + slope · (x − mean) + constant.");
            code.Line($"var constant = {isa.Broadcast($"(float)(-sum * moments[1] / {values})")};");
            code.Line($"var slope = {isa.Broadcast($"(float)(-product * moments[1] * moments[1] * moments[1] / {values})")};");
            code.Line("float* factor = weight;");
            Walk.Pixels(code, null, new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx), new Walker("factor", inner) }, 1, () =>
                Lanes.Each(code, isa, X.C, _ =>
                {
                    code.Line($"var rest = {isa.Fma($"{isa.Load("x + i")} - mean", "slope", "constant")};");
                    code.Line(isa.Store(isa.Fma(isa.Load("dy + i"), $"{isa.Load("factor + i")} * inverse", "rest"), "dx + i") + ";");
                }));
            code.Line($"moments += {NormMoments.OfLayer.Image};");
        }
    }
}
