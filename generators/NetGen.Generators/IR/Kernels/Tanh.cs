using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The gradient of tanh from its output.</summary>
internal sealed record TanhGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };
}

/// <summary>Tanh with a factor before and behind it.</summary>
internal sealed record ScaledTanhKernel(float Scale, float Slope, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };
}

/// <summary>The gradient of tanh with a factor before and behind it, from its output.</summary>
internal sealed record ScaledTanhGradientKernel(float Scale, float Slope, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };
}
