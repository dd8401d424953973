using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A function of each element that the run-time library computes on vectors.</summary>
internal sealed record FunctionKernel(PointFunction Function, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };
}

/// <summary>The gradient of sigmoid from its output.</summary>
internal sealed record SigmoidGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };
}
