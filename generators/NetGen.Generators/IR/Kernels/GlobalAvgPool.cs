using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The mean of each channel over an image.</summary>
internal sealed record GlobalAvgPoolKernel(Plane X, Plane Y) : GlobalPoolKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y") }.Concat(OwnSteps).ToEquatableArray();

    public override Kernel Body => new GlobalAvgPoolKernel(Unsized, Plane.Unsized(false)) { Lengths = UnsizedLengths };

    protected override IEnumerable<(string Name, Plane Plane)> Vectors => [("y", Y)];
}

/// <summary>The gradient of the mean over an image: the same for every pixel, and 0 for steps behind the end.</summary>
internal sealed record GlobalAvgPoolGradientKernel(Plane Dy, Plane Dx) : GlobalPoolKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("dy"), Port.Write("dx", Dx) }.Concat(OwnSteps).ToEquatableArray();

    public override Kernel Body => new GlobalAvgPoolGradientKernel(Plane.Unsized(false), Unsized) { Lengths = UnsizedLengths };

    protected override IEnumerable<(string Name, Plane Plane)> Vectors => [("dy", Dy)];
}
