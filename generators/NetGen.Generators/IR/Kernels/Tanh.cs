using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The gradient of tanh from its output.</summary>
internal sealed record TanhGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };
}

/// <summary>Tanh with a factor before and behind it.</summary>
internal sealed record ScaledTanhKernel(float Scale, float Slope, Plane X, Plane Y) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override string Title => "Tanh";

    protected override NameParts NameParts => $"{Scale}_slope{Slope}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized };
}

/// <summary>The gradient of tanh with a factor before and behind it, from its output.</summary>
internal sealed record ScaledTanhGradientKernel(float Scale, float Slope, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override string Title => "TanhGradient";

    protected override NameParts NameParts => $"{Scale}_slope{Slope}{Bordered:_rows}";

    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };
}
