using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Normalises over groups of channels; without factors and summands of the channels where the norm has none.</summary>
internal sealed record GroupNormKernel(Plane X, Plane Y, int Groups, float Epsilon, bool Affine) : PixelKernel
{
    public override EquatableArray<Port> Ports => Affine
        ? new[] { Port.Read("x", X), Port.Write("y", Y), Port.Read("affine"), Port.Write("moments") }
        : new[] { Port.Read("x", X), Port.Write("y", Y), Port.Write("moments") };

    protected override NameParts NameParts => $"_eps{Epsilon}{!Affine:_plain}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized, Groups = 1 };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("groups", Groups), new Size("channels", X.C / Groups)]).ToEquatableArray();
}

/// <summary>The sums that group norm's gradients are made of.</summary>
internal sealed record GroupNormSumsKernel(Plane X, Plane Dy, int Groups, bool Affine) : PixelKernel
{
    public override EquatableArray<Port> Ports => Affine
        ? new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Read("affine"), Port.Read("moments"), Port.Write("lines"), Port.Update("products"), Port.Update("sums") }
        : new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Read("moments"), Port.Write("lines") };

    protected override NameParts NameParts => $"{!Affine:_plain}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Groups = 1 };

    public override EquatableArray<Size> Sizes => base.Sizes.Concat([new Size("groups", Groups), new Size("channels", X.C / Groups)]).ToEquatableArray();
}

/// <summary>Group norm's gradient by its input.</summary>
internal sealed record GroupNormGradientKernel(Plane X, Plane Dy, Plane Dx, bool Affine) : PixelKernel
{
    public override EquatableArray<Port> Ports => Affine
        ? new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Read("affine"), Port.Read("moments"), Port.Read("lines") }
        : new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Read("moments"), Port.Read("lines") };

    protected override NameParts NameParts => $"{!Affine:_plain}{Bordered:_rows}";

    public override Kernel Body => new GroupNormGradientKernel(Unsized, Unsized, Unsized, Affine);
}
