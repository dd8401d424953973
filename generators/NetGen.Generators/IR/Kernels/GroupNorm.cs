using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Normalises over groups of channels.</summary>
internal sealed record GroupNormKernel(Plane X, Plane Y, int Groups, float Epsilon) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Read("affine"), Port.Write("moments") };

    protected override NameParts NameParts => $"_eps{Epsilon}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized, Groups = 1 };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("groups", Groups), new Size("channels", X.C / Groups)]).ToEquatableArray();
}

/// <summary>The sums that group norm's gradients are made of.</summary>
internal sealed record GroupNormSumsKernel(Plane X, Plane Dy, int Groups) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Read("affine"), Port.Read("moments"), Port.Write("lines"), Port.Update("products"), Port.Update("sums") };

    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Groups = 1 };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("groups", Groups), new Size("channels", X.C / Groups)]).ToEquatableArray();
}

/// <summary>Group norm's gradient by its input.</summary>
internal sealed record GroupNormGradientKernel(Plane X, Plane Dy, Plane Dx) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Read("affine"), Port.Read("moments"), Port.Read("lines") };

    public override Kernel Body => new GroupNormGradientKernel(Unsized, Unsized, Unsized);
}
