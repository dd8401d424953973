using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Adds values of one shape.</summary>
internal sealed record AddKernel(EquatableArray<Plane> Inputs, Plane Y, Activation? Activation) : ElementwiseKernel
{
    public override Kernel Body => this with { Inputs = Inputs.Select(_ => Unsized).ToEquatableArray(), Y = Unsized };

    public override string Name => $"Add{Inputs.Count}{Activation?.Key()}{Suffix}";

    public override string Summary => $"Adds {Inputs.Count} values" + (Activation is null ? "." : $" and applies {Activation.Name}.");

    protected override EquatableArray<Walker> Planes => Inputs.Select((p, i) => new Walker($"x{i}", p)).Concat([new Walker("y", Y)]).ToEquatableArray();

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
