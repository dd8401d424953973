using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;

namespace NetGen.Generators.Emission;

/// <summary>Adds values of one shape.</summary>
internal sealed record AddKernel(EquatableArray<Plane> Inputs, Plane Y, Activation? Activation) : ElementwiseKernel(Inputs.Concat([Y]).ToEquatableArray())
{
    public override string Name => $"Add{Inputs.Count}{Activation?.Key}_{PlanesKey}";

    public override string Summary => $"Adds {Inputs.Count} values" + (Activation is null ? "." : " and applies the activation.");

    protected override EquatableArray<string> Pointers => Enumerable.Range(0, Inputs.Count).Select(i => $"x{i}").Concat(["y"]).ToEquatableArray();

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
