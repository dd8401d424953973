using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>ELU.</summary>
internal sealed class ELUText(ELUKernel kernel) : ElementwiseText(kernel)
{
    private readonly ELUKernel _kernel = kernel;

    private float Alpha => _kernel.Alpha;

    public override string Summary => $"Computes y = x where x > 0, else {Literals.Of(Alpha)} · (exp(x) − 1).";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("x + i")};");
        code.Line($"var below = global::NetGen.Runtime.VectorMath.Expm1({isa.Min(isa.Zero, "v")});");
        code.Line(isa.Store($"{isa.Max(isa.Zero, "v")} + (below * {isa.Broadcast(Literals.Of(Alpha))})", "y + i") + ";");
    }
}

/// <summary>The gradient of ELU from its output.</summary>
internal sealed class ELUGradientText(ELUGradientKernel kernel) : ElementwiseText(kernel)
{
    private readonly ELUGradientKernel _kernel = kernel;

    private float Alpha => _kernel.Alpha;

    public override string Summary => $"Computes dx = dy where y > 0, else dy · (y + {Literals.Of(Alpha)}).";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line($"var d = {isa.Load("dy + i")};");
        code.Line($"var below = d * (v + {isa.Broadcast(Literals.Of(Alpha))});");
        code.Line(isa.Store($"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(v, {isa.Zero}), d, below)", "dx + i") + ";");
    }
}
