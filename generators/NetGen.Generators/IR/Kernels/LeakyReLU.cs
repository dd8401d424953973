using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>ReLU, or leaky ReLU, where no producer could apply it.</summary>
internal sealed record LeakyReLUKernel(Activation Activation, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };
}

/// <summary>The gradient of ReLU or leaky ReLU from its output's sign.</summary>
internal sealed record LeakyReLUGradientKernel(Activation Activation, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };
}
