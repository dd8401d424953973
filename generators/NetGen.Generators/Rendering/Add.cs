using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Adds values of one shape.</summary>
internal sealed class AddText(AddKernel kernel) : ElementwiseText(kernel)
{
    private readonly AddKernel _kernel = kernel;

    private EquatableArray<Plane> Inputs => _kernel.Inputs;

    private Activation? Activation => _kernel.Activation;

    public override string Summary => $"Adds {Inputs.Count} values" + (Activation is null ? "." : $" and applies {Activation.Name}.");

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {string.Join(" + ", Enumerable.Range(0, Inputs.Count).Select(i => isa.Load($"x{i} + i")))};");
        if (Activation is not null)
        {
            code.Line(Activation.Apply(isa, "v"));
        }

        code.Line(isa.Store("v", "y + i") + ";");
    }
}
