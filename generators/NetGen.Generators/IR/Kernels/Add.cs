using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Adds values of one shape.</summary>
internal sealed record AddKernel(EquatableArray<Plane> Inputs, Plane Y, Activation? Activation) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => Inputs.Select((p, i) => Port.Read($"x{i}", p)).Concat([Port.Write("y", Y)]).ToEquatableArray();

    public override bool IsShareable => true;

    public override long Effort => FloatEffort * (Inputs.Count + 1) * Y.Image;

    protected override NameParts NameParts => $"{Inputs.Count}{Activation}{Bordered:_rows}";

    public override Kernel Body => this with { Inputs = Inputs.Select(_ => Unsized).ToEquatableArray(), Y = Unsized };
}
