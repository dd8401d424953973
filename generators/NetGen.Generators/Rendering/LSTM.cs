using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A step of an LSTM.</summary>
internal sealed class LSTMText(LSTMKernel kernel) : RecurrentCellText(kernel)
{
    private readonly LSTMKernel _kernel = kernel;

    public override string Summary => _kernel.Before is null
        ? "Computes i, f, o = σ(sum), g = tanh(sum), c = i · g and h = o · tanh(c), with the gates in place of their sums: a first step, before which the cells are 0."
        : "Computes i, f, o = σ(sum), g = tanh(sum), c = f · before + i · g and h = o · tanh(c), with the gates in place of their sums.";

    protected override void EmitUnits(CodeWriter code, Isa isa)
    {
        code.Line($"var input = {Call("Sigmoid", Sum(isa, 0))};");
        code.Line($"var forget = {Call("Sigmoid", Sum(isa, 1))};");
        code.Line($"var cell = {Call("Tanh", Sum(isa, 2))};");
        code.Line($"var output = {Call("Sigmoid", Sum(isa, 3))};");
        code.Line(_kernel.Before is null ? "var c = input * cell;" : $"var c = {isa.Fma("forget", isa.Load("before + i"), "input * cell")};");
        code.Line(isa.Store("input", Gate("gates", 0)) + ";");
        code.Line(isa.Store("forget", Gate("gates", 1)) + ";");
        code.Line(isa.Store("cell", Gate("gates", 2)) + ";");
        code.Line(isa.Store("output", Gate("gates", 3)) + ";");
        code.Line(isa.Store("c", "cells + i") + ";");
        code.Line(isa.Store($"output * {Call("Tanh", "c")}", "y + i") + ";");
    }
}

/// <summary>The gradients of a step of an LSTM.</summary>
internal sealed class LSTMGradientText(LSTMGradientKernel kernel) : RecurrentCellGradientText(kernel)
{
    private readonly LSTMGradientKernel _kernel = kernel;

    public override string Summary => "Computes the gradients by the sums of an LSTM's gates, in place of the gates, and hands the one by the cells to the step before.";

    protected override void EmitUnits(CodeWriter code, Isa isa)
    {
        EmitStateGradient(code, isa);
        for (int gate = 0; gate < 4; gate++)
        {
            code.Line($"var {(gate switch { 0 => "input", 1 => "forget", 2 => "cell", _ => "output" })} = {isa.Load(Gate("gates", gate))};");
        }

        code.Line($"var tanh = {Call("Tanh", isa.Load("cells + i"))};");
        code.Line("var dOutput = dState * tanh;");
        string fromState = TimesTanh(isa, "dState * output", "tanh");
        code.Line($"var dCells = {(IsLast ? fromState : $"{isa.Load("carry + i")} + ({fromState})")};");
        Store(code, isa, TimesSigmoid(isa, "dCells * cell", "input"), Gate("gates", 0));
        if (_kernel.Before is null)
        {
            code.Line(isa.Store(isa.Zero, Gate("gates", 1)) + ";");
        }
        else
        {
            Store(code, isa, TimesSigmoid(isa, $"dCells * {isa.Load("before + i")}", "forget"), Gate("gates", 1));
        }

        Store(code, isa, TimesTanh(isa, "dCells * input", "cell"), Gate("gates", 2));
        Store(code, isa, TimesSigmoid(isa, "dOutput", "output"), Gate("gates", 3));
        Store(code, isa, "dCells * forget", "carry + i");
    }
}
