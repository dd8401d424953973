using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Normalises over groups of channels.</summary>
internal sealed record GroupNormKernel(Plane X, Plane Y, int Groups, float Epsilon) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized, Groups = 1 };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("groups", Groups), new Size("channels", X.C / Groups)]).ToEquatableArray();
}

/// <summary>The sums that group norm's gradients are made of.</summary>
internal sealed record GroupNormSumsKernel(Plane X, Plane Dy, int Groups) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Groups = 1 };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy) };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("groups", Groups), new Size("channels", X.C / Groups)]).ToEquatableArray();
}

/// <summary>Group norm's gradient by its input.</summary>
internal sealed record GroupNormGradientKernel(Plane X, Plane Dy, Plane Dx) : PixelKernel
{
    public override Kernel Body => new GroupNormGradientKernel(Unsized, Unsized, Unsized);

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) };
}
