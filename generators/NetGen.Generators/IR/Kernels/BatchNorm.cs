using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Count, mean and squared deviations of each channel.</summary>
internal sealed record BatchNormMomentsKernel(Plane X) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X) };
}

/// <summary>Normalises with the batch's statistics.</summary>
internal sealed record BatchNormKernel(Plane X, Plane Y, Activation? Activation) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };
}

/// <summary>A scale and a shift for each channel: batch norm in prediction, where nothing could take it in.</summary>
internal sealed record ScaleShiftKernel(Plane X, Plane Y, Activation? Activation) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };
}

/// <summary>The sums that batch norm's gradients are made of.</summary>
internal sealed record BatchNormSumsKernel(Plane X, Plane Dy) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized, Dy = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy) };
}

/// <summary>Batch norm's gradient by its input.</summary>
internal sealed record BatchNormGradientKernel(Plane X, Plane Dy, Plane Dx) : PixelKernel
{
    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Dx = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) };
}
