using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>ReLU that ends at 6.</summary>
internal sealed record ReLU6Kernel(Plane X, Plane Y) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    public override Kernel Body => new ReLU6Kernel(Unsized, Unsized);
}

/// <summary>The gradient of ReLU that ends at 6, from its output.</summary>
internal sealed record ReLU6GradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    public override Kernel Body => new ReLU6GradientKernel(Unsized, Unsized, Unsized);
}
