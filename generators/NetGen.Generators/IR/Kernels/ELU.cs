using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>ELU.</summary>
internal sealed record ELUKernel(float Alpha, Plane X, Plane Y) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override NameParts NameParts => $"{Alpha}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized };
}

/// <summary>The gradient of ELU from its output.</summary>
internal sealed record ELUGradientKernel(float Alpha, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override NameParts NameParts => $"{Alpha}{Bordered:_rows}";

    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };
}
