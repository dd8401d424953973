using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A step of a GRU.</summary>
internal sealed class GRUText(GRUKernel kernel) : RecurrentCellText(kernel)
{
    private readonly GRUKernel _kernel = kernel;

    public override string Summary => _kernel.Before is null
        ? "Computes r, z = σ(sum), n = tanh(sum of the input + r · sum of the state) and h = n − z · n, with the gates in place of their sums: a first step, before which the state is 0."
        : "Computes r, z = σ(sum), n = tanh(sum of the input + r · sum of the state) and h = n + z · (before − n), with the gates in place of their sums.";

    protected override void EmitUnits(CodeWriter code, Isa isa)
    {
        code.Line($"var reset = {Call("Sigmoid", Sum(isa, 0))};");
        code.Line($"var update = {Call("Sigmoid", Sum(isa, 1))};");
        code.Line($"var fresh = {Call("Tanh", isa.Fma("reset", isa.Load(Gate("fromState", 2)), isa.Load(Gate("gates", 2))))};");
        code.Line($"var h = fresh + (update * {(_kernel.Before is null ? "-fresh" : $"({isa.Load("before + i")} - fresh)")});");
        code.Line(isa.Store("reset", Gate("gates", 0)) + ";");
        code.Line(isa.Store("update", Gate("gates", 1)) + ";");
        code.Line(isa.Store("fresh", Gate("gates", 2)) + ";");
        code.Line(isa.Store("h", "y + i") + ";");
    }
}

/// <summary>The gradients of a step of a GRU.</summary>
internal sealed class GRUGradientText(GRUGradientKernel kernel) : RecurrentCellGradientText(kernel)
{
    private readonly GRUGradientKernel _kernel = kernel;

    public override string Summary => "Computes the gradients by the sums from the input, in place of a GRU's gates, and by those from the state, in their place, and hands the kept share to the step before.";

    protected override void EmitUnits(CodeWriter code, Isa isa)
    {
        EmitStateGradient(code, isa, "carry");
        code.Line($"var reset = {isa.Load(Gate("gates", 0))};");
        code.Line($"var update = {isa.Load(Gate("gates", 1))};");
        code.Line($"var fresh = {isa.Load(Gate("gates", 2))};");
        code.Line($"var sum = {isa.Load(Gate(_kernel.Before is null ? "bias" : "fromState", 2))};");
        code.Line($"var dFresh = {TimesTanh(isa, $"dState * ({isa.Vector}.One - update)", "fresh")};");
        code.Line($"var dReset = {TimesSigmoid(isa, "dFresh * sum", "reset")};");
        code.Line($"var dUpdate = {TimesSigmoid(isa, _kernel.Before is null ? "dState * -fresh" : $"dState * ({isa.Load("before + i")} - fresh)", "update")};");
        Store(code, isa, "dReset", Gate("gates", 0));
        Store(code, isa, "dUpdate", Gate("gates", 1));
        Store(code, isa, "dFresh", Gate("gates", 2));
        Store(code, isa, "dReset", Gate("fromState", 0));
        Store(code, isa, "dUpdate", Gate("fromState", 1));
        Store(code, isa, "dFresh * reset", Gate("fromState", 2));
        Store(code, isa, "dState * update", "carry + i");
    }
}
