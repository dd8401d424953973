using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A step of a plain recurrent layer.</summary>
internal sealed class SimpleRNNText(SimpleRNNKernel kernel) : RecurrentCellText(kernel)
{
    public override string Summary => "Computes h = tanh(sum).";

    protected override void EmitUnits(CodeWriter code, Isa isa) => code.Line(isa.Store(Call("Tanh", Sum(isa, 0)), "y + i") + ";");
}

/// <summary>The gradient of a step of a plain recurrent layer.</summary>
internal sealed class SimpleRNNGradientText(SimpleRNNGradientKernel kernel) : RecurrentCellGradientText(kernel)
{
    public override string Summary => "Computes the gradient by the sums of a plain recurrent layer.";

    protected override void EmitUnits(CodeWriter code, Isa isa)
    {
        EmitStateGradient(code, isa);
        code.Line($"var state = {isa.Load("y + i")};");
        Store(code, isa, TimesTanh(isa, "dState", "state"), "gates + i");
    }
}
