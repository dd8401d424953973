using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>PReLU.</summary>
internal sealed record PReLUKernel(Plane X, Plane Y) : PixelKernel
{
    public override Kernel Body => new PReLUKernel(Unsized, Unsized);

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };
}

/// <summary>PReLU's gradient by its input.</summary>
internal sealed record PReLUGradientKernel(Plane X, Plane Dy, Plane Dx) : PixelKernel
{
    public override Kernel Body => new PReLUGradientKernel(Unsized, Unsized, Unsized);

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) };
}

/// <summary>PReLU's gradient by its slopes.</summary>
internal sealed record PReLUWeightGradientKernel(Plane X, Plane Dy) : PixelKernel
{
    public override Kernel Body => new PReLUWeightGradientKernel(Unsized, Unsized);

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy) };
}
