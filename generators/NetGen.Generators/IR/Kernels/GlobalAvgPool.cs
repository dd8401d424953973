using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The mean of each channel over an image.</summary>
internal sealed record GlobalAvgPoolKernel(Plane X, Plane Y) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y") };

    public override Kernel Body => new GlobalAvgPoolKernel(Unsized, Plane.Unsized(false));

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("yImage", Y.Image)]).ToEquatableArray();
}

/// <summary>The gradient of the mean over an image: the same for every pixel.</summary>
internal sealed record GlobalAvgPoolGradientKernel(Plane Dy, Plane Dx) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("dy"), Port.Write("dx", Dx) };

    public override Kernel Body => new GlobalAvgPoolGradientKernel(Plane.Unsized(false), Unsized);

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("dyImage", Dy.Image)]).ToEquatableArray();
}
