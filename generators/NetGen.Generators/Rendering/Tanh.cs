using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The gradient of tanh from its output.</summary>
internal sealed class TanhGradientText(TanhGradientKernel kernel) : ElementwiseText(kernel)
{
    public override string Summary => "Computes dx = dy · (1 − y²), as (1 − y) · (1 + y).";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line(isa.Store($"{isa.Load("dy + i")} * (({isa.Vector}.One - v) * ({isa.Vector}.One + v))", "dx + i") + ";");
    }
}

/// <summary>Tanh with a factor before and behind it.</summary>
internal sealed class ScaledTanhText(ScaledTanhKernel kernel) : ElementwiseText(kernel)
{
    private readonly ScaledTanhKernel _kernel = kernel;

    private float Scale => _kernel.Scale;

    private float Slope => _kernel.Slope;

    public override string Summary => $"Computes y = {Literals.Of(Scale)} · tanh({Literals.Of(Slope)} · x).";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = global::NetGen.Runtime.VectorMath.Tanh({isa.Load("x + i")} * {isa.Broadcast(Literals.Of(Slope))});");
        code.Line(isa.Store($"v * {isa.Broadcast(Literals.Of(Scale))}", "y + i") + ";");
    }
}

/// <summary>The gradient of tanh with a factor before and behind it, from its output.</summary>
internal sealed class ScaledTanhGradientText(ScaledTanhGradientKernel kernel) : ElementwiseText(kernel)
{
    private readonly ScaledTanhGradientKernel _kernel = kernel;

    private float Scale => _kernel.Scale;

    private float Slope => _kernel.Slope;

    public override string Summary =>
        $"Computes dx = dy · slope / scale · (scale − y) · (scale + y), which is 0 where y is ±scale, for scale {Literals.Of(Scale)} and slope {Literals.Of(Slope)}.";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        string scale = isa.Broadcast(Literals.Of(Scale));
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line($"var d = {isa.Load("dy + i")} * {isa.Broadcast(Literals.Of((float)((double)Slope / Scale)))};");
        code.Line(isa.Store($"d * (({scale} - v) * ({scale} + v))", "dx + i") + ";");
    }
}
