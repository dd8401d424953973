using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The largest value of each channel over an image; not a number where one of them is not.</summary>
internal sealed record GlobalMaxPoolKernel(Plane X, Plane Y) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y") };

    public override Kernel Body => new GlobalMaxPoolKernel(Unsized, Plane.Unsized(false));

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("yImage", Y.Image)]).ToEquatableArray();
}

/// <summary>The gradient of the maximum over an image: it goes to the first pixel that holds it, or to the last that is not a number, as PyTorch's <c>AdaptiveMaxPool2d(1)</c> has it.</summary>
internal sealed record GlobalMaxPoolGradientKernel(Plane X, Plane Y, Plane Dy, Plane Dx) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("y"), Port.Read("dy"), Port.Write("dx", Dx) };

    public override Kernel Body => new GlobalMaxPoolGradientKernel(Unsized, Plane.Unsized(false), Plane.Unsized(false), Unsized);

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("yImage", Y.Image), new Size("dyImage", Dy.Image)]).ToEquatableArray();
}
