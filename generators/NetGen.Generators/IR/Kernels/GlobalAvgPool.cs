using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The mean of each channel over an image.</summary>
internal sealed record GlobalAvgPoolKernel(Plane X, Plane Y) : PixelKernel
{
    public override Kernel Body => new GlobalAvgPoolKernel(Unsized, Plane.Unsized(false));

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X) };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("yImage", Y.Image)]).ToEquatableArray();
}

/// <summary>The gradient of the mean over an image: the same for every pixel.</summary>
internal sealed record GlobalAvgPoolGradientKernel(Plane Dy, Plane Dx) : PixelKernel
{
    public override Kernel Body => new GlobalAvgPoolGradientKernel(Plane.Unsized(false), Unsized);

    public override EquatableArray<Walker> Planes => new[] { new Walker("dx", Dx) };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("dyImage", Dy.Image)]).ToEquatableArray();
}
