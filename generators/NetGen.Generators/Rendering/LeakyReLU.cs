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

/// <summary>The gradient of ReLU or leaky ReLU from its output's sign, of one part or of two that are added up.</summary>
internal sealed class LeakyReLUGradientText(LeakyReLUGradientKernel kernel) : ElementwiseText(kernel)
{
    private readonly LeakyReLUGradientKernel _kernel = kernel;

    private Activation Activation => _kernel.Activation;

    private string Dy => _kernel.Beside is null ? "dy" : "(dy + beside)";

    public override string Summary => Activation.Slope == 0 ? $"Passes the gradient unless y ≤ 0: dx = y ≤ 0 ? 0 : {Dy}." : $"Computes dx = y > 0 ? {Dy} : {Literals.Of(Activation.Slope)} · {Dy}.";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var d = {isa.Load("dy + i")}{(_kernel.Beside is null ? "" : $" + {isa.Load("beside + i")}")};");
        code.Line(isa.Store(Activation.Mask(isa, isa.Load("y + i"), "d"), "dx + i") + ";");
    }
}
