using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A loss that is a mean over all values, with its gradient: the targets lie in a plane as the outputs do. Derived kernels say what one
/// vector of values adds.
/// </summary>
internal abstract class PointLossText(PointLossKernel kernel) : KernelText(kernel)
{
    private readonly PointLossKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Targets => _kernel.Targets;

    private Plane Dx => _kernel.Dx;

    private LossShare Share => _kernel.Share;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int size = X.C * X.H * X.W;
        Lanes.DeclareMask(code, isa, X.C);
        code.Line(Share.Weighs ? $"float ofAll = {Share.Scale(1)} / ((float)batch * {size});" : $"var scale = {isa.Broadcast($"{Share.Scale(1)} / ((float)batch * {size})")};");
        code.Line("double loss = 0;");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            Share.EmitWeight(code, Dx, $"x += {X.Image};", $"targets += {Targets.Image};", $"dx += {Dx.Image};");
            if (Share.Weighs)
            {
                code.Line($"var scale = {isa.Broadcast("ofAll * weight")};");
            }

            using (code.Braces($"for (int row = 0; row < {X.H}; row++)"))
            {
                code.Line($"var total = {isa.Class}<double>.Zero;");
                using (code.Braces($"for (int column = 0; column < {X.W}; column++)"))
                {
                    Lanes.Each(code, isa, X.C, masked =>
                    {
                        code.Line($"var v = {isa.Load("x + i")};");
                        code.Line($"var target = {isa.Load("targets + i")};");
                        EmitValue(code, isa);
                        if (masked)
                        {
                            code.Line($"value = {Lanes.Masked(isa, true, "value", isa.Zero)};");
                        }

                        code.Line($"total += {isa.Class}.WidenLower(value) + {isa.Class}.WidenUpper(value);");
                        code.Line(isa.Store("gradient * scale", "dx + i") + ";");
                    });
                    code.Line($"x += {X.Pitch};");
                    code.Line($"targets += {Targets.Pitch};");
                    code.Line($"dx += {Dx.Pitch};");
                }

                code.Line($"loss += {(Share.Weighs ? "weight * " : "")}{isa.Class}.Sum(total);");
                Advance(code, p => p.Row - (p.W * p.Pitch));
            }

            Advance(code, p => p.Image - (p.H * p.Row));
        }

        Share.EmitTotals(code, size, X.H * X.W);
    }

    /// <summary>Writes the declarations of <c>value</c> and <c>gradient</c>, the loss of each lane and its derivative, from <c>v</c> and <c>target</c>.</summary>
    protected abstract void EmitValue(CodeWriter code, Isa isa);

    private void Advance(CodeWriter code, Func<Plane, int> step)
    {
        foreach ((string pointer, Plane plane) in new[] { ("x", X), ("targets", Targets), ("dx", Dx) })
        {
            if (step(plane) != 0)
            {
                code.Line($"{pointer} += {step(plane)};");
            }
        }
    }
}
