using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A function of each element that the run-time library computes on vectors: sigmoid, tanh.</summary>
internal sealed class FunctionText(FunctionKernel kernel) : ElementwiseText(kernel)
{
    private readonly FunctionKernel _kernel = kernel;

    private string Function => _kernel.Function.Value().Method;

    private string Formula => _kernel.Function.Value().Formula;

    public override string Summary => $"Computes y = {Formula}.";

    protected override void EmitElement(CodeWriter code, Isa isa) =>
        code.Line(isa.Store($"global::NetGen.Runtime.VectorMath.{Function}({isa.Load("x + i")})", "y + i") + ";");
}

/// <summary>The gradient of sigmoid from its output.</summary>
internal sealed class SigmoidGradientText(SigmoidGradientKernel kernel) : ElementwiseText(kernel)
{
    public override string Summary => "Computes dx = dy · y · (1 − y).";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line(isa.Store($"{isa.Load("dy + i")} * (v * ({isa.Vector}.One - v))", "dx + i") + ";");
    }
}
