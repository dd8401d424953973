using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The largest value of each channel over an image; not a number where one of them is not.</summary>
internal sealed record GlobalMaxPoolKernel(Plane X, Plane Y) : GlobalPoolKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y") }.Concat(OwnSteps).ToEquatableArray();

    public override Kernel Body => new GlobalMaxPoolKernel(Unsized, Plane.Unsized(false)) { Lengths = UnsizedLengths };

    protected override IEnumerable<(string Name, Plane Plane)> Vectors => [("y", Y)];
}

/// <summary>The gradient of the maximum over an image: it goes to the first pixel that holds it, or to the last that is not a number, as PyTorch's <c>AdaptiveMaxPool2d(1)</c> has it; steps behind the end get 0.</summary>
internal sealed record GlobalMaxPoolGradientKernel(Plane X, Plane Y, Plane Dy, Plane Dx) : GlobalPoolKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("y"), Port.Read("dy"), Port.Write("dx", Dx) }.Concat(OwnSteps).ToEquatableArray();

    public override Kernel Body => new GlobalMaxPoolGradientKernel(Unsized, Plane.Unsized(false), Plane.Unsized(false), Unsized) { Lengths = UnsizedLengths };

    protected override IEnumerable<(string Name, Plane Plane)> Vectors => [("y", Y), ("dy", Dy)];
}
