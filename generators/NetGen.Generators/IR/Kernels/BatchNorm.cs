using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Count, mean and squared deviations of each channel.</summary>
internal sealed record BatchNormMomentsKernel(Plane X) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Update("moments") };

    public override Kernel Body => this with { X = Unsized };
}

/// <summary>Normalises with the batch's statistics.</summary>
internal sealed record BatchNormKernel(Plane X, Plane Y, Activation? Activation) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Read("statistics") };

    protected override NameParts NameParts => $"{Activation}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized };
}

/// <summary>A scale and a shift for each channel: batch norm in prediction, where nothing could take it in.</summary>
internal sealed record ScaleShiftKernel(Plane X, Plane Y, Activation? Activation) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Read("affine") };

    protected override NameParts NameParts => $"{Activation}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized };
}

/// <summary>The sums that batch norm's gradients are made of, where an activation follows behind its gradient.</summary>
internal sealed record BatchNormSumsKernel(Plane X, Plane Dy, Activation? Activation) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Read("statistics"), Port.Update("products"), Port.Update("sums") };

    protected override NameParts NameParts => $"{Activation}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Dy = Unsized };
}

/// <summary>Batch norm's gradient by its input, where an activation follows behind its gradient.</summary>
internal sealed record BatchNormGradientKernel(Plane X, Plane Dy, Plane Dx, Activation? Activation) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Read("statistics") };

    protected override NameParts NameParts => $"{Activation}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Dx = Unsized };
}
