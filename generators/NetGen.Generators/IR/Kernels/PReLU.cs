using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>PReLU.</summary>
internal sealed record PReLUKernel(Plane X, Plane Y) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Read("slopes") };

    public override Kernel Body => new PReLUKernel(Unsized, Unsized);
}

/// <summary>PReLU's gradient by its input.</summary>
internal sealed record PReLUGradientKernel(Plane X, Plane Dy, Plane Dx) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Read("slopes") };

    public override Kernel Body => new PReLUGradientKernel(Unsized, Unsized, Unsized);
}

/// <summary>PReLU's gradient by its slopes.</summary>
internal sealed record PReLUWeightGradientKernel(Plane X, Plane Dy) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Update("sums") };

    public override Kernel Body => new PReLUWeightGradientKernel(Unsized, Unsized);
}
