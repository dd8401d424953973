using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A function of each element that the run-time library computes on vectors.</summary>
internal sealed record FunctionKernel(PointFunction Function, Plane X, Plane Y) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override string Title => Function.ToString();

    public override Kernel Body => this with { X = Unsized, Y = Unsized };
}

/// <summary>The gradient of sigmoid from its output.</summary>
internal sealed record SigmoidGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };
}
