using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>ReLU, or leaky ReLU, where no producer could apply it.</summary>
internal sealed class LeakyReLUText(LeakyReLUKernel kernel) : ElementwiseText(kernel)
{
    private readonly LeakyReLUKernel _kernel = kernel;

    private Activation Activation => _kernel.Activation;

    public override string Summary => Activation.Slope == 0 ? "Computes y = max(x, 0)." : $"Computes y = x where x > 0, else {Literals.Of(Activation.Slope)} · x.";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("x + i")};");
        code.Line(Activation.Apply(isa, "v"));
        code.Line(isa.Store("v", "y + i") + ";");
    }
}

/// <summary>The gradient of ReLU or leaky ReLU from its output's sign.</summary>
internal sealed class LeakyReLUGradientText(LeakyReLUGradientKernel kernel) : ElementwiseText(kernel)
{
    private readonly LeakyReLUGradientKernel _kernel = kernel;

    private Activation Activation => _kernel.Activation;

    public override string Summary => Activation.Slope == 0 ? "Passes the gradient unless y ≤ 0: dx = y ≤ 0 ? 0 : dy." : $"Computes dx = y > 0 ? dy : {Literals.Of(Activation.Slope)} · dy.";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var d = {isa.Load("dy + i")};");

        // As in PyTorch, where y is not a number the gradient passes through a ReLU whole, and through a leaky one with its slope.
        code.Line(isa.Store(
            Activation.Slope == 0
                ? $"{isa.Class}.ConditionalSelect({isa.Class}.LessThanOrEqual({isa.Load("y + i")}, {isa.Zero}), {isa.Zero}, d)"
                : $"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan({isa.Load("y + i")}, {isa.Zero}), d, d * {isa.Broadcast(Literals.Of(Activation.Slope))})",
            "dx + i") + ";");
    }
}
