using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What both directions of adaptive pooling share: where the windows lie, by PyTorch's rule.</summary>
internal abstract record AdaptiveAvgPoolWalk(Plane X, Plane Y) : SizedKernel
{
    /// <summary>The sizes, with the ports of the two images.</summary>
    public EquatableArray<Size> SizesOf(Port small, Port large) =>
        new[] { new Size("outputRows", Y.H), new Size("outputColumns", Y.W), new Size("inputRows", X.H), new Size("inputColumns", X.W), new Size("pitch", X.Pitch) }
            .Concat(Strides(large, small)).ToEquatableArray();
}

/// <summary>The mean of each window.</summary>
internal sealed record AdaptiveAvgPoolKernel(Plane X, Plane Y) : AdaptiveAvgPoolWalk(X, Y)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Write("output", Y) };

    public override Kernel Body => new AdaptiveAvgPoolKernel(Plane.Unsized(false), Plane.Unsized(false));

    public override EquatableArray<Size> Sizes => SizesOf(small: Ports[1], large: Ports[0]);
}

/// <summary>The gradient of adaptive pooling: each window's is shared out among its places.</summary>
internal sealed record AdaptiveAvgPoolGradientKernel(Plane Dy, Plane Dx) : AdaptiveAvgPoolWalk(Dx, Dy)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("gradient", Dy), Port.Write("result", Dx) };

    protected override NameParts NameParts => $"{Disjoint:_apart}";

    /// <summary>Whether the windows share no pixel; they always cover the image.</summary>
    public bool Disjoint { get; init; } = Dx.H % Dy.H == 0 && Dx.W % Dy.W == 0;

    public override Kernel Body => new AdaptiveAvgPoolGradientKernel(Plane.Unsized(false) with { H = 1, W = 1 }, Plane.Unsized(false)) { Disjoint = Disjoint };

    public override EquatableArray<Size> Sizes => SizesOf(small: Ports[0], large: Ports[1]);
}
