using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Adds values of one shape.</summary>
internal sealed record AddKernel(EquatableArray<Plane> Inputs, Plane Y, Activation? Activation) : ElementwiseKernel
{
    public override Kernel Body => this with { Inputs = Inputs.Select(_ => Unsized).ToEquatableArray(), Y = Unsized };

    public override EquatableArray<Walker> Planes => Inputs.Select((p, i) => new Walker($"x{i}", p)).Concat([new Walker("y", Y)]).ToEquatableArray();
}
